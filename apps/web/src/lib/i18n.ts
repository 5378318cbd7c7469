import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { type Language, type Localized, languages } from '@renkei/contract';
import * as z from 'zod';
import { readPreference, writePreference } from './preferences.ts';

const languageSchema = z.enum(languages);
const storageKey = 'renkei-language';

const catalogs = {
  en: () => import('../locales/en.po'),
  ja: () => import('../locales/ja.po'),
} as const satisfies Record<Language, () => Promise<{ messages: typeof i18n.messages }>>;

/** The language chosen here before, else the browser's. */
export function preferredLanguage(): Language {
  const stored = languageSchema.safeParse(readPreference(storageKey));
  if (stored.success) return stored.data;
  return navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

export async function activateLanguage(language: Language): Promise<void> {
  const { messages } = await catalogs[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  writePreference(storageKey, language);
  await activateLanguage(language);
}

export function useLanguage(): Language {
  const { i18n: current } = useLingui();
  return current.locale === 'ja' ? 'ja' : 'en';
}

/** Picks the sentence of the language on the screen. */
export function useLocalized(): (text: Localized) => string {
  const language = useLanguage();
  return (text) => text[language];
}
