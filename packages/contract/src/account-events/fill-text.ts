import type { Language, Localized } from '../localized.ts';
import { wordFor } from './words.ts';

/** What a text may name: texts, sentences in both languages, numbers, instants as ISO 8601 in UTC, lists of texts, or nothing. */
export type TextValues = Readonly<Record<string, unknown>>;

/** Puts the values into a text with `{key}`; `[…]` is left out when one of its values is missing. */
export function fillText(text: Localized, values: TextValues): Localized {
  return { en: fill(text.en, values, 'en'), ja: fill(text.ja, values, 'ja') };
}

function fill(text: string, values: TextValues, language: Language): string {
  return text
    .replace(/\[([^[\]]*)\]/g, (_, part: string) => (isComplete(part, values) ? part : ''))
    .replace(placeholder, (_, key: string) => show(key, values[key], language))
    .replace(/ {2,}/g, ' ')
    .trim();
}

const placeholder = /\{(\w+)\}/g;

function isComplete(part: string, values: TextValues): boolean {
  return [...part.matchAll(placeholder)].every(([, key = '']) => !isEmpty(values[key]));
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

const separators: Readonly<Record<Language, string>> = { en: ', ', ja: '、' };
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ja: 'ja-JP' };

function show(key: string, value: unknown, language: Language): string {
  if (isEmpty(value)) return '–';
  if (Array.isArray(value)) return value.map((item) => show(key, item, language)).join(separators[language]);
  // A code is a name made of digits.
  if (typeof value === 'number' && key !== 'code') return value.toLocaleString(locales[language]);
  if (isLocalized(value)) return value[language];
  if (typeof value !== 'string') return String(value);
  return instantPattern.test(value) ? showInstant(value, language) : wordFor(key, value, language);
}

function isLocalized(value: unknown): value is Localized {
  return typeof value === 'object' && value !== null && 'en' in value && 'ja' in value;
}

const instantPattern = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** In UTC, because the reader's place is not known here. */
function showInstant(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(instant))} UTC`;
}
