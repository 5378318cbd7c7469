import type { PhoneNumber, Template } from '../../../world/entities.ts';
import { templateKey, type World } from '../../../world/world.ts';
import { GraphError } from '../../graph-error.ts';

/**
 * The template a send names, as people get it: the approved version while an edit is under review. Throws 132001
 * (unknown, or not approved), 132015 (paused), 132016 (disabled).
 */
export function findTemplate(
  world: World,
  { wabaId }: PhoneNumber,
  { name, language }: { readonly name: string; readonly language: { readonly code: string } },
): Template {
  const key = templateKey({ wabaId, name, language: language.code });
  const template = world.templates.get(world.templateIds.get(key) ?? '');
  if (template?.status === 'APPROVED') return template;
  if (template?.live && template.status !== 'PAUSED') return { ...template, ...template.live };
  if (template?.status === 'PAUSED') {
    throw new GraphError(132015, { details: `Template ${name} is paused due to low quality.` });
  }
  if (template?.status === 'DISABLED') throw new GraphError(132016);
  throw new GraphError(132001, {
    details: `template name (${name}) does not exist in ${language.code}`,
  });
}
