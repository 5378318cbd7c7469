import { createContext, use } from 'react';
import { type Dictionary, en } from './en.ts';
import { ja } from './ja.ts';

export type Language = 'en' | 'ja';

const dictionaries = { en, ja } satisfies Record<Language, Dictionary>;

/** What the address asks for (`?lang=`), else the first language of the browser that we speak, else English. */
export function chooseLanguage(asked: string | null, preferred: readonly string[]): Language {
  const candidates = [asked ?? '', ...preferred].map((tag) => tag.toLowerCase().split('-')[0]);
  return candidates.find((tag) => tag === 'en' || tag === 'ja') ?? 'en';
}

export const LanguageContext = createContext<Language>('en');

export const useLanguage = (): Language => use(LanguageContext);

export const useText = (): Dictionary => dictionaries[use(LanguageContext)];
