import { dayIn, monthIn } from '../../../world/places/time-zone.ts';

export type Granularity = 'HALF_HOUR' | 'DAY' | 'MONTH';

/** Seconds, as analytics print them; the end is not part of it. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

const stepMs = 15 * 60 * 1000;
const halfHourMs = 30 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** Sorts times (world ms) into half hours, or into days or months of a WABA's time zone. */
export function createCalendar(granularity: Granularity, timezoneId: string): (at: number) => Period {
  if (granularity === 'HALF_HOUR') {
    return (at) => {
      const start = at - (at % halfHourMs);
      return { start: start / 1000, end: (start + halfHourMs) / 1000 };
    };
  }
  const nameOf = (at: number) => (granularity === 'DAY' ? dayIn : monthIn)(timezoneId, at);
  const longestMs = granularity === 'DAY' ? 2 * dayMs : 32 * dayMs;
  const known = new Map<string, Period>();
  return (at) => {
    const name = nameOf(at);
    const period = known.get(name) ?? {
      start: firstStepOf(name, nameOf, at - longestMs, at) / 1000,
      end: firstStepAfter(name, nameOf, at, at + longestMs) / 1000,
    };
    known.set(name, period);
    return period;
  };
}

/** Time zones are shifted by quarters of an hour, so days begin on one. */
function firstStepOf(name: string, nameOf: (at: number) => string, from: number, to: number): number {
  return search(from, to, (at) => nameOf(at) === name);
}

function firstStepAfter(name: string, nameOf: (at: number) => string, from: number, to: number): number {
  return search(from, to, (at) => nameOf(at) !== name);
}

/** The first step at which something holds that holds from then on. */
function search(from: number, to: number, holds: (at: number) => boolean): number {
  let low = Math.floor(from / stepMs);
  let high = Math.ceil(to / stepMs);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle * stepMs)) high = middle;
    else low = middle + 1;
  }
  return low * stepMs;
}
