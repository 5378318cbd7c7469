import type { Language, Money } from '@renkei/contract';
import { localeOf } from '../../../../lib/format-time.ts';

const microsPerUnit = 1_000_000;

/** 48500000 USD → "US$48.50", with as many decimals as the currency has. */
export function formatMoney({ currency, amountMicros }: Money, language: Language): string {
  return new Intl.NumberFormat(localeOf[language], { style: 'currency', currency }).format(
    amountMicros / microsPerUnit,
  );
}

/** 10080 → "7 days" */
export function formatMinutes(minutes: number, language: Language): string {
  const [value, unit] = largestWhole(minutes);
  return new Intl.NumberFormat(localeOf[language], { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}

function largestWhole(minutes: number): readonly [number, 'day' | 'hour' | 'minute'] {
  if (minutes % 1440 === 0) return [minutes / 1440, 'day'];
  if (minutes % 60 === 0) return [minutes / 60, 'hour'];
  return [minutes, 'minute'];
}

/** JP → "Japan"; what is no code of a country stays as it is. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(localeOf[language], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** `1990-04-02` → "2 April 1990"; anything else stays as it is. */
export function formatBirthday(birthday: string, language: Language): string {
  const date = new Date(`${birthday}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return birthday;
  return new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
