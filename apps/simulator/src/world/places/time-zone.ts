/**
 * Meta numbers its time zones; these are the ones a WABA of our worlds may have. Names of the IANA list are taken as
 * they are, anything else counts as UTC. (Marketing API, "Time zone IDs")
 */
const zonesById: Readonly<Record<string, string>> = {
  '1': 'America/Los_Angeles',
  '2': 'America/Denver',
  '6': 'America/Chicago',
  '7': 'America/New_York',
  '25': 'America/Sao_Paulo',
};

/** Year and month, such as `2026-11`, in a WABA's time zone at a world time. */
export function monthIn(timezoneId: string, at: number): string {
  return dayIn(timezoneId, at).slice(0, 7);
}

/** The day, such as `2026-11-22`, in a WABA's time zone at a world time. */
export function dayIn(timezoneId: string, at: number): string {
  return formatterOf(timezoneId).format(at);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow; there are as many as time zones. */
function formatterOf(timezoneId: string): Intl.DateTimeFormat {
  const known = formatters.get(timezoneId);
  if (known) return known;
  const formatter = createFormatter(zonesById[timezoneId] ?? timezoneId);
  formatters.set(timezoneId, formatter);
  return formatter;
}

function createFormatter(timeZone: string): Intl.DateTimeFormat {
  const format = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    // Sweden writes dates as ISO does.
    return new Intl.DateTimeFormat('sv-SE', { ...format, timeZone });
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { ...format, timeZone: 'UTC' });
  }
}
