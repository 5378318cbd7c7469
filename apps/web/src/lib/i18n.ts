import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { type Language, type Localized, languages } from '@renkei/contract';
import * as z from 'zod';
import { readPreference, writePreference } from './preferences.ts';

const languageSchema = z.enum(languages);
const storageKey = 'renkei-language';

type Catalogs = Readonly<Record<Language, () => Promise<{ messages: typeof i18n.messages }>>>;

const firstWords: Catalogs = {
  en: () => import('../locales/en.po?first'),
  ja: () => import('../locales/ja.po?first'),
};

const laterWords: Catalogs = {
  en: () => import('../locales/en.po?later'),
  ja: () => import('../locales/ja.po?later'),
};

/** Once wanted, they come with every change of the language. */
let areLaterWordsWanted = false;
let laterWordsAreIn: Language | undefined;

/** The language chosen here before, else the browser's. */
export function preferredLanguage(): Language {
  const stored = languageSchema.safeParse(readPreference(storageKey));
  if (stored.success) return stored.data;
  return navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

export async function activateLanguage(language: Language): Promise<void> {
  const first = await firstWords[language]();
  const later = areLaterWordsWanted ? await laterWords[language]() : undefined;
  laterWordsAreIn = later === undefined ? undefined : language;
  i18n.loadAndActivate({ locale: language, messages: { ...first.messages, ...later?.messages } });
  document.documentElement.lang = language;
}

/** Fetches the sentences that the first page does without (split-catalogs.ts); what shows them waits for this. */
export async function loadLaterWords(): Promise<void> {
  areLaterWordsWanted = true;
  // More than once when the language changes meanwhile.
  while (laterWordsAreIn !== languageOf(i18n)) {
    const language = languageOf(i18n);
    const { messages } = await laterWords[language]();
    i18n.load(language, messages);
    laterWordsAreIn = language;
  }
}

export async function chooseLanguage(language: Language): Promise<void> {
  writePreference(storageKey, language);
  await activateLanguage(language);
}

export function useLanguage(): Language {
  const { i18n: current } = useLingui();
  return languageOf(current);
}

/** Picks the sentence of the language on the screen. */
export function useLocalized(): (text: Localized) => string {
  const language = useLanguage();
  return (text) => text[language];
}

function languageOf({ locale }: { readonly locale: string }): Language {
  return locale === 'ja' ? 'ja' : 'en';
}
