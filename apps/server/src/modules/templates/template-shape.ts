import type { Template } from '@renkei/contract';
import type {
  ProviderTemplateButton,
  ProviderTemplateComponent,
  TemplateParameterNames,
} from '#modules/channels';

/** What a template says and needs, read from the provider's components. */
export interface TemplateShape
  extends Pick<Template, 'header' | 'body' | 'footer' | 'buttons' | 'offer' | 'cards' | 'isAuthentication'> {
  /** Whether its variables have names, which must then be sent beside their values. */
  readonly isNamed: boolean;
  /** What it has that we do not know, in the provider's words: it cannot be filled in. */
  readonly unknownParts: readonly string[];
}

export interface TemplateSource {
  readonly components: readonly ProviderTemplateComponent[];
  readonly parameterFormat: string;
  readonly category: string;
}

type Components = readonly ProviderTemplateComponent[];
type Header = NonNullable<Template['header']>;
type Text = Template['body'];
type Button = Template['buttons'][number];

/** Pure. Parts of a kind we do not know make the template unsendable, never unreadable. */
export function readTemplateShape({ components, parameterFormat, category }: TemplateSource): TemplateShape {
  const isNamed = parameterFormat === 'NAMED';
  const isAuthentication = category.toUpperCase() === 'AUTHENTICATION';
  const footer = find(components, 'FOOTER')?.text ?? null;
  const cards = find(components, 'CAROUSEL')?.cards ?? [];
  return {
    header: readHeader(find(components, 'HEADER'), isNamed),
    body: readText(find(components, 'BODY')?.text ?? '', isNamed),
    footer,
    buttons: readButtons(components, isAuthentication),
    offer: find(components, 'LIMITED_TIME_OFFER')?.offer ?? null,
    cards: cards.map((card) => readCard(card.components, isNamed)),
    isAuthentication,
    isNamed,
    unknownParts: [...listUnknown(components), ...cards.flatMap((card) => listUnknown(card.components))],
  };
}

/** The names of the variables, in the order of their values; undefined when the template numbers them. */
export function parameterNamesOf({ isNamed, header, body, cards, buttons }: TemplateShape) {
  if (!isNamed) return undefined;
  return {
    header: header?.format === 'text' ? header.variables : [],
    body: body.variables,
    cards: cards.map((card) => card.body?.variables ?? []),
    buttons: buttons.map(({ url }) => variableOf(url ?? '')),
  } satisfies TemplateParameterNames;
}

function readCard(components: Components, isNamed: boolean): Template['cards'][number] {
  const text = find(components, 'BODY')?.text;
  return {
    header: readHeader(find(components, 'HEADER'), isNamed),
    body: text === undefined ? null : readText(text, isNamed),
    buttons: readButtons(components, false),
  };
}

function find(components: Components, type: string): ProviderTemplateComponent | undefined {
  return components.find((component) => component.type.toUpperCase() === type);
}

/** Meta's formats of a header other than text, and ours. */
const headerFormats: Readonly<Record<string, Exclude<Header['format'], 'text'>>> = {
  IMAGE: 'image',
  VIDEO: 'video',
  DOCUMENT: 'document',
  GIF: 'gif',
  LOCATION: 'location',
  PRODUCT: 'product',
};

function readHeader(component: ProviderTemplateComponent | undefined, isNamed: boolean): Header | null {
  if (component === undefined) return null;
  const format = headerFormats[formatOf(component)];
  if (format !== undefined) return { format };
  return component.text === undefined ? null : { format: 'text', ...readText(component.text, isNamed) };
}

function formatOf({ format }: ProviderTemplateComponent): string {
  return (format ?? 'TEXT').toUpperCase();
}

/** Meta's kinds of button, and what the sender gives. Source: Meta, "Template components" (2026). */
const buttonKinds: Readonly<Record<string, Button['takes']>> = {
  QUICK_REPLY: { type: 'quick_reply', required: false },
  /** Only where its address ends with a variable. */
  URL: { type: 'url', required: true },
  PHONE_NUMBER: null,
  COPY_CODE: { type: 'copy_code', required: true },
  /** Carries the code of an authentication template, which goes there by itself. */
  OTP: null,
  FLOW: { type: 'flow', required: false },
  CATALOG: { type: 'catalog', required: false },
  MPM: { type: 'multi_product', required: true },
  SPM: null,
  VOICE_CALL: { type: 'voice_call', required: false },
  ORDER_DETAILS: { type: 'order_details', required: true },
  REQUEST_CONTACT_INFO: null,
};

function readButtons(components: Components, isAuthentication: boolean): Button[] {
  return listButtons(components).map((button) => {
    const { text, url, phoneNumber } = button;
    const kind = button.type.toUpperCase();
    const takes = buttonKinds[kind] ?? null;
    const needsNothing = isAuthentication || (kind === 'URL' && !url?.includes('{{'));
    return {
      type: kind.toLowerCase(),
      text: text ?? '',
      url: url ?? null,
      phoneNumber: phoneNumber ?? null,
      takes: needsNothing ? null : takes,
    };
  });
}

function listButtons(components: Components): readonly ProviderTemplateButton[] {
  return components.flatMap((component) => component.buttons ?? []);
}

/** What each kind of component must bring along to be known. */
const knownComponents: Readonly<Record<string, (component: ProviderTemplateComponent) => boolean>> = {
  HEADER: (header) => formatOf(header) === 'TEXT' || Object.hasOwn(headerFormats, formatOf(header)),
  BODY: () => true,
  FOOTER: () => true,
  BUTTONS: () => true,
  CAROUSEL: ({ cards }) => cards !== undefined,
  LIMITED_TIME_OFFER: ({ offer }) => offer !== undefined,
  CALL_PERMISSION_REQUEST: () => true,
};

function listUnknown(components: Components): readonly string[] {
  const parts = components.filter((component) => {
    const isKnown = knownComponents[component.type.toUpperCase()];
    return !isKnown?.(component);
  });
  const buttons = listButtons(components).filter(
    ({ type }) => !Object.hasOwn(buttonKinds, type.toUpperCase()),
  );
  return [
    ...parts.map((part) => (part.format === undefined ? part.type : `${part.type} ${part.format}`)),
    ...buttons.map(({ type }) => type),
  ];
}

const variablePattern = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

/** The name of the variable that completes an address. */
function variableOf(url: string): string | null {
  return [...url.matchAll(variablePattern)][0]?.[1] ?? null;
}

/** `{{2}} {{1}}` has the variables 1, 2; `{{name}} {{order}} {{name}}` has name, order. */
function readText(text: string, isNamed: boolean): Text {
  const names = [...new Set([...text.matchAll(variablePattern)].map(([, name = '']) => name))];
  const variables = isNamed ? names : names.toSorted((one, other) => Number(one) - Number(other));
  return { text, variables };
}

/** The text with its variables replaced; what was typed is never read as a variable again. */
export function fillIn({ text, variables }: Text, values: readonly string[]): string {
  const byName = new Map(variables.map((name, index) => [name, values[index]]));
  return text.replace(variablePattern, (whole, name: string) => byName.get(name) ?? whole);
}
