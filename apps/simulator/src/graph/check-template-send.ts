import type { PhoneNumber, Template } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { GraphError } from './graph-error.ts';
import type { SendRequest } from './parse-send.ts';

/** The template a send names, checked; undefined for other types. Throws 132001, 132000, 132012 … */
export function checkTemplateSend(
  world: World,
  phoneNumber: PhoneNumber,
  request: SendRequest,
): Template | undefined {
  if (request.type !== 'template') return undefined;
  const { name, language } = request.content;
  const code =
    typeof language === 'object' && language !== null && 'code' in language ? language.code : undefined;
  for (const template of world.templates.values()) {
    if (template.wabaId !== phoneNumber.wabaId) continue;
    if (template.name === name && template.language === code) return template;
  }
  throw new GraphError(132001, '(#132001) Template name does not exist in the translation', {
    httpStatus: 404,
    details: `template name (${String(name)}) does not exist in ${String(code)}`,
  });
}
