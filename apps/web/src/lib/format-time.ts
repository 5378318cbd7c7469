import type { Language } from '@renkei/contract';

/** Which variant of a language dates, numbers and names are written in. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', ja: 'ja-JP' };

/** `Intl` says 今, which alone in a line is no sentence. */
const justNow: Readonly<Record<Language, string>> = { en: 'now', ja: 'たった今' };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** 9:05 */
export function formatClock(instant: string, language: Language): string {
  return formatter(language, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );
}

/** For a list: the clock today, the weekday within a week, else the date. */
export function formatListTime(instant: string, now: number, language: Language): string {
  const date = new Date(instant);
  if (now - date.getTime() < minuteMs && date.getTime() <= now + minuteMs) return justNow[language];
  if (now - date.getTime() < hourMs && date.getTime() <= now) {
    return relative(language).format(-Math.floor((now - date.getTime()) / minuteMs), 'minute');
  }
  if (isSameDay(date, new Date(now))) return formatClock(instant, language);
  if (now - date.getTime() < 6 * dayMs) return formatter(language, { weekday: 'short' }).format(date);
  return formatter(language, dateParts(date, now)).format(date);
}

/** A separator between days: today, yesterday, else the date with its weekday. */
export function formatDay(instant: string, now: number, language: Language): string {
  const date = new Date(instant);
  const days = dayNumber(new Date(now)) - dayNumber(date);
  if (days === 0 || days === 1)
    return new Intl.RelativeTimeFormat(localeOf[language], { numeric: 'auto' }).format(-days, 'day');
  return formatter(language, { ...dateParts(date, now), weekday: 'short' }).format(date);
}

/** 21 Nov 2026, 09:05 */
export function formatDateTime(instant: string, language: Language): string {
  return formatter(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

export function dayKey(instant: string): number {
  return dayNumber(new Date(instant));
}

function dateParts(date: Date, now: number): Intl.DateTimeFormatOptions {
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return { ...(sameYear ? {} : { year: 'numeric' }), month: 'short', day: 'numeric' };
}

function isSameDay(left: Date, right: Date): boolean {
  return dayNumber(left) === dayNumber(right);
}

/** Counts calendar days where the reader is. */
function dayNumber(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs);
}

function relative(language: Language): Intl.RelativeTimeFormat {
  return new Intl.RelativeTimeFormat(localeOf[language], { numeric: 'auto', style: 'narrow' });
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times more than using one, and a list uses hundreds. */
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(localeOf[language], options);
  formatters.set(key, made);
  return made;
}
