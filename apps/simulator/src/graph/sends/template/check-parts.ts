import type { Template } from '../../../world/entities.ts';
import type { PartsShape } from '../../../world/templates/template-shape.ts';
import { listVariables } from '../../../world/templates/template-text.ts';
import { GraphError } from '../../graph-error.ts';
import { checkButtons } from './check-buttons.ts';
import { parametersOf, type SentComponent, type SentParameter } from './sent-component.ts';

/** `place` is where the parts stand: empty, or such as `cards[1] ` in a carousel. */
export interface Checked {
  readonly template: Template;
  readonly place: string;
}

/** Header, body and buttons of a template or of one card, against their definition. */
export function checkParts(checked: Checked, shape: PartsShape, sent: readonly SentComponent[]): void {
  checkHeader(checked, shape, sent);
  const body = sent.find(({ type }) => type === 'body');
  checkTexts(checked, 'body', shape.body, body ? parametersOf(body) : []);
  checkButtons(checked, shape.buttons, sent);
}

function checkTexts(
  { template, place }: Checked,
  part: string,
  text: string,
  parameters: readonly SentParameter[],
): void {
  const variables = listVariables(text);
  if (parameters.length !== variables.length) {
    throw new GraphError(132000, {
      details: `${place}${part}: number of localizable_params (${parameters.length}) does not match the expected number of params (${variables.length})`,
    });
  }
  const isNamed = template.parameterFormat === 'NAMED';
  for (const { parameter_name: name } of parameters) {
    if (isNamed && name === undefined) {
      throw new GraphError(132012, { details: `${place}${part}: Parameter name is missing or empty` });
    }
    if (isNamed !== (name !== undefined) || (name !== undefined && !variables.includes(name))) {
      throw new GraphError(132012, {
        details: `${place}${part}: Parameter name is not in the template: ${name}`,
      });
    }
  }
}

function checkHeader(checked: Checked, { header }: PartsShape, sent: readonly SentComponent[]): void {
  const component = sent.find(({ type }) => type === 'header');
  const parameters = component ? parametersOf(component) : [];
  const format = header?.format ?? 'TEXT';
  if (!header || format === 'TEXT') {
    const wrong = parameters.find(({ type }) => type !== 'text');
    if (wrong) throw headerMismatch(checked, 'TEXT', wrong.type);
    return checkTexts(checked, 'header', header?.text ?? '', parameters);
  }
  const received = parameters[0]?.type ?? 'unknown';
  if (received.toUpperCase() !== format) throw headerMismatch(checked, format, received);
}

function headerMismatch({ place }: Checked, expected: string, received: string): GraphError {
  return new GraphError(132012, {
    details: `${place}header: Format mismatch, expected ${expected}, received ${received.toUpperCase()}`,
  });
}
