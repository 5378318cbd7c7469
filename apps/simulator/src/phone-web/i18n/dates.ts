import type { Dictionary } from './en.ts';
import type { Language } from './language.ts';

const LOCALES = { en: 'en-GB', ja: 'ja-JP' } satisfies Record<Language, string>;

const timeFormats = formats({ hour: '2-digit', minute: '2-digit' });
const dayFormats = formats({ month: 'short', day: 'numeric', weekday: 'short' });
const longDayFormats = formats({ year: 'numeric', month: 'short', day: 'numeric' });

export const formatTime = (timestamp: number, language: Language): string =>
  timeFormats[language].format(timestamp);

export const isSameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

/** "Today", "Yesterday", or the date, as read on `now`. */
export function formatDay(timestamp: number, now: number, language: Language, text: Dictionary): string {
  if (isSameDay(timestamp, now)) return text.chat.today;
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (isSameDay(timestamp, yesterday.getTime())) return text.chat.yesterday;
  const sameYear = new Date(timestamp).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayFormats : longDayFormats)[language].format(timestamp);
}

/** 75 → "1:15". */
export function formatDuration(durationSeconds: number): string {
  const whole = Number.isFinite(durationSeconds) ? Math.floor(durationSeconds) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** What is left of a span: whole days, and the rest as "2:03:07". */
export function splitRemaining(remainingMs: number): Readonly<{ days: number; clock: string }> {
  const whole = Math.max(0, Math.floor(remainingMs / 1000));
  const pad = (count: number) => String(count).padStart(2, '0');
  const hours = Math.floor((whole % 86_400) / 3600);
  const clock = `${hours}:${pad(Math.floor((whole % 3600) / 60))}:${pad(whole % 60)}`;
  return { days: Math.floor(whole / 86_400), clock };
}

function formats(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  return {
    en: new Intl.DateTimeFormat(LOCALES.en, options),
    ja: new Intl.DateTimeFormat(LOCALES.ja, options),
  };
}
