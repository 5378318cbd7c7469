import type { JsonObject } from '../../entities.ts';
import type { LibraryTemplate } from './library-template.ts';
import { libraryTemplates } from './library-templates.ts';

export function findLibraryTemplate(name: string, language: string): LibraryTemplate | undefined {
  const [base] = language.split('_');
  const named = libraryTemplates.filter((template) => template.name === name);
  return (
    named.find((template) => template.language === language) ??
    named.find((template) => template.language.split('_')[0] === base)
  );
}

interface ButtonInput {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The components of a template made from the library; the business's inputs fill the buttons in order. */
export function fillLibraryTemplate(
  { header, body, body_params: examples, buttons = [] }: LibraryTemplate,
  inputs: readonly ButtonInput[],
): JsonObject[] {
  const filled = buttons.map((button, index) => ({ ...button, ...readInput(inputs[index]) }));
  return [
    ...(header === undefined ? [] : [{ type: 'HEADER', format: 'TEXT', text: header }]),
    { type: 'BODY', text: body, ...(examples ? { example: { body_text: [examples] } } : {}) },
    ...(filled.length === 0 ? [] : [{ type: 'BUTTONS', buttons: filled }]),
  ];
}

/** `{"type":"URL","url":{"base_url":"https://…/{{1}}","url_suffix_example":"https://…/1"}}` and phone numbers. */
function readInput(input: ButtonInput | undefined): JsonObject {
  if (!input) return {};
  const { url, phone_number: phoneNumber } = input;
  if (typeof url === 'object' && url !== null && 'base_url' in url) {
    const example = 'url_suffix_example' in url ? { example: [url.url_suffix_example] } : {};
    return { url: url.base_url, ...example };
  }
  return phoneNumber === undefined ? {} : { phone_number: phoneNumber };
}
