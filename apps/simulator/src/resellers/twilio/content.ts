import type { JsonObject, Template } from '../../world/entities.ts';
import { contentSid } from './sids.ts';

/**
 * Templates as Twilio's Content API has them: variables are numbered across the whole content, first those of the text,
 * then of the header, then of the buttons' addresses.
 */

interface Parts {
  readonly body: string;
  readonly header: string | undefined;
  readonly footer: string | undefined;
  readonly buttons: readonly JsonObject[];
  /** The variables of each part, by Twilio's number. */
  readonly bodyNames: readonly string[];
  readonly headerNames: readonly string[];
  readonly buttonNames: readonly (string | null)[];
}

const variablePattern = /\{\{\s*[A-Za-z0-9_]+\s*\}\}/g;

function partsOf({ components }: Template): Parts {
  const find = (type: string) =>
    components.find((component) => String(component.type).toUpperCase() === type) ?? {};
  const textOf = (part: JsonObject) => (typeof part.text === 'string' ? part.text : undefined);
  const rawButtons = find('BUTTONS').buttons;
  const counter = createCounter();
  const body = counter.number(textOf(find('BODY')) ?? '');
  const header = counter.number(textOf(find('HEADER')) ?? '');
  const buttons = (Array.isArray(rawButtons) ? rawButtons : []).map((button: JsonObject) => {
    const url = typeof button.url === 'string' ? counter.number(button.url) : undefined;
    return { button: { ...button, ...(url ? { url: url.text } : {}) }, name: url?.names[0] ?? null };
  });
  return {
    body: body.text,
    bodyNames: body.names,
    header: header.text === '' ? undefined : header.text,
    headerNames: header.names,
    footer: textOf(find('FOOTER')),
    buttons: buttons.map(({ button }) => button),
    buttonNames: buttons.map(({ name }) => name),
  };
}

function createCounter() {
  let last = 0;
  return {
    /** The text with its variables renumbered; a variable that stands twice keeps its number. */
    number(text: string) {
      const names = new Map<string, string>();
      const numbered = text.replace(variablePattern, (variable) => {
        if (!names.has(variable)) {
          last += 1;
          names.set(variable, String(last));
        }
        return `{{${names.get(variable)}}}`;
      });
      return { text: numbered, names: [...names.values()] };
    },
  };
}

/** What Twilio's list shows of a template. Those with files or cards are of types that only Twilio's console makes. */
export function showContent(template: Template, accountSid: string) {
  const parts = partsOf(template);
  const actions = parts.buttons.map(showAction);
  const isPlain = parts.header === undefined && parts.footer === undefined;
  const type = isPlain && actions.length === 0 ? 'twilio/text' : 'whatsapp/card';
  const isKnown = template.components.every(
    ({ type: part, format }) =>
      ['BODY', 'FOOTER', 'BUTTONS', 'HEADER'].includes(String(part).toUpperCase()) &&
      (format === undefined || (typeof format === 'string' && format.toUpperCase() === 'TEXT')),
  );
  const card = { body: parts.body, header_text: parts.header, footer: parts.footer, media: null, actions };
  return {
    sid: contentSid(template.id),
    account_sid: accountSid,
    friendly_name: template.name,
    language: template.language,
    variables: {},
    types: isKnown
      ? { [type]: type === 'twilio/text' ? { body: parts.body } : card }
      : { 'twilio/carousel': {} },
    date_created: '2026-11-01T00:00:00Z',
    date_updated: '2026-11-01T00:00:00Z',
    approval_requests: {
      name: template.name,
      category: template.category,
      content_type: type,
      status: template.status.toLowerCase(),
      rejection_reason: template.rejectedReason ?? '',
      allow_category_change: true,
    },
  };
}

function showAction(button: JsonObject) {
  const { type, text, url, phone_number: phone } = button;
  return { type, title: text, ...(url ? { url } : {}), ...(phone ? { phone } : {}) };
}

/** The parameters of a send in Meta's words. What has no value is left out, and Meta refuses it. */
export function componentsOf(template: Template, values: Readonly<Record<string, string>>): JsonObject[] {
  const { bodyNames, headerNames, buttonNames } = partsOf(template);
  if (template.category === 'AUTHENTICATION') return codeComponents(values['1'] ?? '');
  const isNamed = template.parameterFormat === 'NAMED';
  const given = (names: readonly string[], originals: readonly string[]) =>
    names.flatMap((name, index) => {
      const text = values[name];
      if (text === undefined) return [];
      return [{ type: 'text', text, ...(isNamed ? { parameter_name: originals[index] } : {}) }];
    });
  const body = given(bodyNames, originalNames(template, 'BODY'));
  const header = given(headerNames, originalNames(template, 'HEADER'));
  return [
    ...(header.length > 0 ? [{ type: 'header', parameters: header }] : []),
    ...(body.length > 0 ? [{ type: 'body', parameters: body }] : []),
    ...buttonNames.flatMap((name, index) =>
      name === null || values[name] === undefined
        ? []
        : [
            {
              type: 'button',
              sub_type: 'url',
              index: String(index),
              parameters: [{ type: 'text', text: values[name] }],
            },
          ],
    ),
  ];
}

function originalNames({ components }: Template, type: string): readonly string[] {
  const part = components.find((component) => String(component.type).toUpperCase() === type);
  const found = [...(typeof part?.text === 'string' ? part.text : '').matchAll(variablePattern)].map(
    ([name]) => name.slice(2, -2).trim(),
  );
  return [...new Set(found)];
}

function codeComponents(code: string): JsonObject[] {
  const parameters = [{ type: 'text', text: code }];
  return [
    { type: 'body', parameters },
    { type: 'button', sub_type: 'url', index: '0', parameters },
  ];
}
