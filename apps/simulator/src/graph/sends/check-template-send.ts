import type { PhoneNumber, Template } from '../../world/entities.ts';
import {
  findButton,
  renderTemplate,
  type TemplateComponent,
  type TemplateContent,
} from '../../world/templates/render-template.ts';
import { readTemplateShape, type TemplateShape } from '../../world/templates/template-shape.ts';
import { listVariables } from '../../world/templates/template-text.ts';
import type { World } from '../../world/world.ts';
import { GraphError } from '../graph-error.ts';

const longestHydratedBody = 1024;

/**
 * The template a send names, its parameters checked against the definition. Throws 132001 (unknown or not
 * approved), 132015/132016 (paused, disabled), 132000 (count), 132012 (format), 131008 (button parameter missing),
 * 132005 (text too long), 131062 (code to a business-scoped user id).
 */
export function checkTemplateSend(
  world: World,
  phoneNumber: PhoneNumber,
  content: TemplateContent,
  addressedAs: 'phone' | 'userId',
): Template {
  const template = findSendable(world, phoneNumber, content);
  if (template.category === 'AUTHENTICATION' && addressedAs === 'userId') {
    throw new GraphError(131062, { details: 'Authentication templates need a phone number.' });
  }
  const shape = readTemplateShape(template);
  const sent = content.components ?? [];
  checkHeader(template, shape, sent);
  checkTexts(template, 'body', shape.body, sent.find(({ type }) => type === 'body')?.parameters ?? []);
  checkButtons(shape, sent);
  if ([...renderTemplate(template, content).body].length > longestHydratedBody) {
    throw new GraphError(132005, { details: 'body: text is too long after hydration' });
  }
  return template;
}

function findSendable(world: World, phoneNumber: PhoneNumber, content: TemplateContent): Template {
  const { name, language } = content;
  for (const template of world.templates.values()) {
    if (template.wabaId !== phoneNumber.wabaId || template.name !== name) continue;
    if (template.language !== language.code) continue;
    if (template.status === 'APPROVED') return template;
    if (template.status === 'PAUSED') throw new GraphError(132015);
    if (template.status === 'DISABLED') throw new GraphError(132016);
  }
  throw new GraphError(132001, {
    details: `template name (${name}) does not exist in ${language.code}`,
  });
}

type Parameters = readonly { readonly type: string; readonly parameter_name?: string | undefined }[];

function checkTexts(template: Template, place: string, text: string, parameters: Parameters): void {
  const variables = listVariables(text);
  if (parameters.length !== variables.length) {
    throw new GraphError(132000, {
      details: `${place}: number of localizable_params (${parameters.length}) does not match the expected number of params (${variables.length})`,
    });
  }
  for (const { parameter_name: name } of parameters) {
    const isNamed = template.parameterFormat === 'NAMED';
    if (isNamed && name === undefined) {
      throw new GraphError(132012, { details: `${place}: Parameter name is missing or empty` });
    }
    if (isNamed !== (name !== undefined) || (name !== undefined && !variables.includes(name))) {
      throw new GraphError(132012, { details: `${place}: Parameter name is not in the template: ${name}` });
    }
  }
}

function checkHeader(
  template: Template,
  { header }: TemplateShape,
  sent: readonly TemplateComponent[],
): void {
  const parameters = sent.find(({ type }) => type === 'header')?.parameters ?? [];
  const format = header?.format ?? 'TEXT';
  if (!header || format === 'TEXT') {
    const wrong = parameters.find(({ type }) => type !== 'text');
    if (wrong) throw headerMismatch('TEXT', wrong.type);
    return checkTexts(template, 'header', header?.text ?? '', parameters);
  }
  const received = parameters[0]?.type ?? 'unknown';
  if (received.toUpperCase() !== format) throw headerMismatch(format, received);
}

function headerMismatch(expected: string, received: string): GraphError {
  return new GraphError(132012, {
    details: `header: Format mismatch, expected ${expected}, received ${received.toUpperCase()}`,
  });
}

/** Which parameter a kind of button takes; `required` ones make the send fail when left out. */
const buttonParameters: Readonly<Record<string, { readonly subType: string; readonly required: boolean }>> = {
  QUICK_REPLY: { subType: 'quick_reply', required: false },
  URL: { subType: 'url', required: true },
  COPY_CODE: { subType: 'copy_code', required: true },
};

function checkButtons({ buttons }: TemplateShape, sent: readonly TemplateComponent[]): void {
  buttons.forEach((button, index) => {
    const rule = buttonParameters[button.type];
    const takesNone = button.type === 'URL' && listVariables(button.url ?? '').length === 0;
    const given = findButton(sent, index);
    if (given && (!rule || takesNone)) {
      throw new GraphError(132000, {
        details: `buttons: Button at index ${index} of type ${button.type} takes no parameter`,
      });
    }
    if (given?.type === 'button' && given.sub_type !== rule?.subType) {
      throw new GraphError(132012, {
        details: `buttons: Button at index ${index} is of type ${button.type}, received ${given.sub_type}`,
      });
    }
    if (!given && rule?.required && !takesNone) {
      throw new GraphError(131008, {
        details: `buttons: Button at index ${index} of type ${button.type} requires a parameter`,
      });
    }
  });
  const stray = sent.find(
    ({ type, ...rest }) => type === 'button' && 'index' in rest && !buttons[Number(rest.index)],
  );
  if (stray) throw new GraphError(132012, { details: 'buttons: No button at this index in the template' });
}
