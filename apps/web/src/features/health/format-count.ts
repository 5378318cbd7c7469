import { countCeiling, type Language } from '@renkei/contract';
import { localeOf } from '../../lib/format-time.ts';

/** 10000 → "10,000+": counting ends there. */
export function formatCount(count: number, language: Language): string {
  const text = count.toLocaleString(localeOf[language]);
  return count >= countCeiling ? `${text}+` : text;
}
