import type { Simulation } from '../../../simulation.ts';
import type { PhoneNumber, Template } from '../../../world/entities.ts';
import { readTemplateShape, type TemplateShape } from '../../../world/templates/template-shape.ts';
import { fillText } from '../../../world/templates/template-text.ts';
import { GraphError } from '../../graph-error.ts';
import { checkFlowButtons } from './check-flow-buttons.ts';
import { checkParts } from './check-parts.ts';
import { findTemplate } from './find-template.ts';
import { parametersOf, type TemplateComponent, type TemplateContent } from './sent-component.ts';

const longestHydratedBody = 1024;
const longestCode = 15;

interface Sent {
  readonly content: TemplateContent;
  readonly addressedAs: 'phone' | 'userId' | 'group';
}

/**
 * The template a send names, its parameters checked against the definition. Throws 132001 (unknown or not
 * approved), 132015/132016 (paused, disabled), 132000 (count), 132012 (format), 131008 (parameter missing), 131009
 * (value), 132005 (text too long), 131062 (code to a business-scoped user id), 132068 (flow blocked).
 */
export function checkTemplateSend(simulation: Simulation, phoneNumber: PhoneNumber, sent: Sent): Template {
  const template = findTemplate(simulation.world, phoneNumber, sent.content);
  const shape = readTemplateShape(template);
  const components = sent.content.components ?? [];
  checkAddress(template, sent.addressedAs);
  checkParts({ template, place: '' }, shape, components);
  checkOffer(shape, components, simulation.clock.now());
  checkCards(template, shape, components);
  checkCode(template, components);
  checkLength(shape, components);
  checkFlowButtons(simulation, template, shape);
  return template;
}

function checkAddress({ category }: Template, addressedAs: Sent['addressedAs']): void {
  if (category !== 'AUTHENTICATION' || addressedAs === 'phone') return;
  throw addressedAs === 'userId'
    ? new GraphError(131062, { details: 'Authentication templates need a phone number.' })
    : new GraphError(131009, { details: 'Authentication templates cannot be sent to groups.' });
}

function checkOffer({ offer }: TemplateShape, components: readonly TemplateComponent[], at: number): void {
  const given = components.find((component) => component.type === 'limited_time_offer');
  if (given && !offer) {
    throw new GraphError(132012, { details: 'limited_time_offer: not in the template' });
  }
  if (!given && offer?.hasExpiration) {
    throw new GraphError(131008, { details: 'limited_time_offer: expiration_time_ms is required' });
  }
  const expiresAt = given?.parameters[0]?.limited_time_offer.expiration_time_ms;
  if (expiresAt !== undefined && expiresAt <= at) {
    throw new GraphError(131009, { details: 'limited_time_offer: expiration_time_ms must be in the future' });
  }
}

/** The number of cards is fixed by the definition, and so is what each of them has. */
function checkCards(
  template: Template,
  { cards }: TemplateShape,
  components: readonly TemplateComponent[],
): void {
  const given = components.find((component) => component.type === 'carousel')?.cards ?? [];
  if (given.length !== cards.length) {
    throw new GraphError(132012, {
      details: `carousel: number of cards (${given.length}) does not match the template (${cards.length})`,
    });
  }
  for (const { card_index: index, components: parts } of given) {
    const card = cards[index];
    if (card) checkParts({ template, place: `cards[${index}] ` }, card, parts);
  }
}

/** The code goes twice, in the body and in the button. */
function checkCode({ category }: Template, components: readonly TemplateComponent[]): void {
  if (category !== 'AUTHENTICATION') return;
  const body = components.find(({ type }) => type === 'body');
  const [code] = body ? parametersOf(body) : [];
  if ([...(code?.text ?? '')].length > longestCode) {
    throw new GraphError(131009, {
      details: `body: the code must be at most ${longestCode} characters long`,
    });
  }
}

function checkLength({ body }: TemplateShape, components: readonly TemplateComponent[]): void {
  const sent = components.find(({ type }) => type === 'body');
  if ([...fillText(body, sent ? parametersOf(sent) : [])].length <= longestHydratedBody) return;
  throw new GraphError(132005, { details: 'body: text is too long after hydration' });
}
