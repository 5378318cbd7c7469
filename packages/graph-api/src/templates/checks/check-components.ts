import type { z } from 'zod';
import { countCharacters } from '../../requests/values.ts';
import type { AnyComponent } from '../components/components.ts';
import { templateLimits } from '../limits.ts';
import { templateProblem } from '../problem.ts';
import { checkButtons } from './check-buttons.ts';
import { checkExamples } from './check-examples.ts';
import { checkBodyText, checkVariables, type TextRules } from './check-text.ts';

type Path = readonly PropertyKey[];
type OfType<Type extends AnyComponent['type']> = Extract<AnyComponent, { readonly type: Type }>;

interface Given {
  readonly components: readonly AnyComponent[];
  readonly path: Path;
  readonly rules: TextRules;
  readonly context: z.RefinementCtx;
}

/** Checks what the parts of a utility or marketing template ask of each other. */
export function checkComponents(given: Given): void {
  for (const check of checks) check(given);
}

const checks: readonly ((given: Given) => void)[] = [
  requireOneBody,
  checkTexts,
  checkButtonComponents,
  checkLimitedTimeOffer,
  checkSingleProduct,
  checkCarousel,
  checkCallPermission,
];

function find<Type extends AnyComponent['type']>(
  { components, path }: Given,
  type: Type,
): { readonly component: OfType<Type>; readonly path: Path } | undefined {
  const index = components.findIndex((component) => component.type === type);
  const component = components.find((each): each is OfType<Type> => each.type === type);
  return component === undefined ? undefined : { component, path: [...path, index] };
}

function report({ context }: Given, path: Path, message: string): void {
  context.addIssue({ code: 'custom', path: [...path], message });
}

function requireOneBody(given: Given): void {
  const types = given.components.map(({ type }) => type);
  const twice = types.findIndex((type, index) => types.indexOf(type) !== index);
  if (twice !== -1) report(given, [...given.path, twice], `must not be a second ${types[twice]}`);
  if (!types.includes('BODY')) report(given, given.path, 'must have a BODY');
}

function checkTexts(given: Given): void {
  const { rules, context } = given;
  const header = find(given, 'HEADER');
  if (header?.component.format === 'TEXT') {
    const { text, example } = header.component;
    checkVariables({ text, path: header.path, malformed: 'headerFormat' }, rules, context);
    const examples = { positional: example?.header_text, named: example?.header_text_named_params };
    checkExamples({ text, path: header.path }, examples, rules.format, context);
  }
  const body = find(given, 'BODY');
  if (body === undefined) return;
  const { text, example } = body.component;
  checkBodyText({ text, path: body.path, malformed: 'bodyFormat' }, rules, context);
  const examples = { positional: example?.body_text?.[0], named: example?.body_text_named_params };
  checkExamples({ text, path: body.path }, examples, rules.format, context);
}

function checkButtonComponents(given: Given): void {
  const buttons = find(given, 'BUTTONS');
  if (buttons !== undefined) {
    checkButtons(buttons.component.buttons, [...buttons.path, 'buttons'], given.context);
  }
}

/** With an offer: a picture or video, no footer, a short body, and a code to copy first when it runs out. */
function checkLimitedTimeOffer(given: Given): void {
  const offer = find(given, 'LIMITED_TIME_OFFER');
  if (offer === undefined) return;
  const header = find(given, 'HEADER');
  if (header?.component.format !== 'IMAGE' && header?.component.format !== 'VIDEO') {
    report(given, header?.path ?? given.path, 'must have an IMAGE or VIDEO header with a limited-time offer');
  }
  const footer = find(given, 'FOOTER');
  if (footer !== undefined) report(given, footer.path, 'must not stand in a limited-time offer');
  limitBody(given, templateLimits.limitedTimeOfferBody);
  const first = find(given, 'BUTTONS')?.component.buttons[0];
  if (offer.component.limited_time_offer.has_expiration && first?.type !== 'COPY_CODE') {
    report(given, given.path, 'must begin the buttons with COPY_CODE when the offer has an expiration');
  }
}

/** A product in the header and the SPM button belong together, with a short body. */
function checkSingleProduct(given: Given): void {
  const header = find(given, 'HEADER');
  const buttons = find(given, 'BUTTONS');
  const hasProduct = header?.component.format === 'PRODUCT';
  const hasButton = buttons?.component.buttons.some(({ type }) => type === 'SPM') ?? false;
  if (hasProduct !== hasButton) {
    report(given, given.path, 'must have both a PRODUCT header and an SPM button, or neither');
  }
  if (hasProduct) limitBody(given, templateLimits.shortBody);
}

function limitBody(given: Given, max: number): void {
  const body = find(given, 'BODY');
  const length = countCharacters(body?.component.text ?? '');
  if (body === undefined || length <= max) return;
  const message = `must be at most ${max} characters long here, has ${length}`;
  const params = templateProblem('tooLong');
  given.context.addIssue({ code: 'custom', path: [...body.path, 'text'], message, params });
}

/** Cards carry the header and the buttons; around them only a body may stand, and all cards are built alike. */
function checkCarousel(given: Given): void {
  const carousel = find(given, 'CAROUSEL');
  if (carousel === undefined) return;
  const odd = given.components.findIndex(({ type }) => type !== 'BODY' && type !== 'CAROUSEL');
  if (odd !== -1) report(given, [...given.path, odd], 'must not stand beside a carousel');
  const { cards } = carousel.component;
  const shape = shapeOf(cards[0]?.components ?? []);
  for (const [index, { components }] of cards.entries()) {
    const path = [...carousel.path, 'cards', index, 'components'];
    if (shapeOf(components) !== shape) report(given, path, 'must be built like the first card');
    requireCardParts(given, components, path);
    const inCard = { ...given, components: components.filter(({ type }) => type === 'BODY'), path };
    if (inCard.components.length > 0) checkTexts(inCard);
  }
}

function requireCardParts(given: Given, components: readonly AnyComponent[], path: Path): void {
  const types = components.map(({ type }) => type);
  for (const type of ['HEADER', 'BUTTONS'] as const) {
    if (!types.includes(type)) report(given, path, `must have ${type}`);
  }
  if (new Set(types).size !== types.length) report(given, path, 'must have each kind of component once');
}

function shapeOf(components: readonly AnyComponent[]): string {
  return components
    .map((component) => {
      if (component.type === 'HEADER') return `HEADER ${component.format}`;
      if (component.type !== 'BUTTONS') return component.type;
      return `BUTTONS ${component.buttons.map(({ type }) => type).join(' ')}`;
    })
    .toSorted()
    .join(', ');
}

/** A request to call has no buttons of ours. */
function checkCallPermission(given: Given): void {
  const buttons = find(given, 'BUTTONS');
  if (buttons !== undefined && find(given, 'CALL_PERMISSION_REQUEST') !== undefined) {
    report(given, buttons.path, 'must not stand beside a call permission request');
  }
}
