import { formatClock, formatDateTime } from '../../lib/format-time.ts';
import { useLanguage } from '../../lib/i18n.ts';

const halfDayMs = 12 * 60 * 60 * 1_000;

/** The clock for what is near, the date as well for what is not. */
export function useWhen(): (instant: string) => string {
  const language = useLanguage();
  return (instant) =>
    Math.abs(Date.parse(instant) - Date.now()) < halfDayMs
      ? formatClock(instant, language)
      : formatDateTime(instant, language);
}
