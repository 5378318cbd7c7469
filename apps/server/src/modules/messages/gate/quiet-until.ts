/** Part of every local day, or of one day of the week, in minutes since midnight. `from` after `to` goes over midnight. */
export interface QuietSpan {
  readonly from: number;
  readonly to: number;
  /** 0 is Sunday; undefined: every day. Such a span must not go over midnight. */
  readonly weekday?: number;
}

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
/** No country is quiet for longer; where places are so far apart that somewhere it is always quiet, the first counts. */
const horizonMs = 3 * dayMinutes * minuteMs;

/**
 * When it is quiet nowhere any more; null: it is not quiet now. With several zones it is quiet while it is in any of them.
 * Pure, and right on the days on which clocks change.
 */
export function quietUntil(now: Date, zones: readonly string[], spans: readonly QuietSpan[]): Date | null {
  const end = findEnd(now.getTime(), zones, spans);
  if (end !== undefined) return end === now.getTime() ? null : new Date(end);
  const first = findEnd(now.getTime(), zones.slice(0, 1), spans) ?? now.getTime();
  return first === now.getTime() ? null : new Date(first);
}

function findEnd(nowMs: number, zones: readonly string[], spans: readonly QuietSpan[]): number | undefined {
  let atMs = nowMs;
  while (atMs - nowMs < horizonMs) {
    const next = zones.reduce((latest, zone) => Math.max(latest, endInZone(latest, zone, spans)), atMs);
    if (next === atMs) return atMs;
    atMs = next;
  }
  return undefined;
}

/** The end of the span that holds in a zone at a time; the time itself where none does. */
function endInZone(atMs: number, zone: string, spans: readonly QuietSpan[]): number {
  const local = localTime(atMs, zone);
  const span = spans.find((candidate) => covers(candidate, local));
  if (!span) return atMs;
  const startOfMinute = Math.floor(atMs / minuteMs) * minuteMs;
  const left = (span.to - local.minutes + dayMinutes) % dayMinutes || dayMinutes;
  return firstAwake(startOfMinute, startOfMinute + left * minuteMs, zone, span);
}

/** A clock that was put forward or back meanwhile moves the end: the first minute outside of the span is looked for. */
function firstAwake(fromMs: number, guessMs: number, zone: string, span: QuietSpan): number {
  const isQuiet = (atMs: number) => covers(span, localTime(atMs, zone));
  let atMs = guessMs;
  if (isQuiet(atMs)) {
    while (isQuiet(atMs) && atMs - guessMs < dayMinutes * minuteMs) atMs += minuteMs;
    return atMs;
  }
  while (atMs - minuteMs > fromMs && !isQuiet(atMs - minuteMs)) atMs -= minuteMs;
  return atMs;
}

interface LocalTime {
  readonly weekday: number;
  readonly minutes: number;
}

function covers({ from, to, weekday }: QuietSpan, local: LocalTime): boolean {
  if (weekday !== undefined && weekday !== local.weekday) return false;
  if (from <= to) return local.minutes >= from && local.minutes < to;
  return local.minutes >= from || local.minutes < to;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function localTime(atMs: number, timeZone: string): LocalTime {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
  if (!known) formats.set(timeZone, format);
  const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
  return {
    weekday: weekdays.indexOf(parts.get('weekday') ?? ''),
    minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}

/** Of `08:30`. */
export function minutesOf(timeOfDay: string): number {
  const [hours = '0', minutes = '0'] = timeOfDay.split(':');
  return Number(hours) * 60 + Number(minutes);
}
