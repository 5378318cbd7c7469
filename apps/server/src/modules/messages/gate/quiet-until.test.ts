import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { zonesByCountry } from './places/zones-by-country.ts';
import { minutesOf, type QuietSpan, quietUntil } from './quiet-until.ts';

const night: QuietSpan = { from: minutesOf('20:00'), to: minutesOf('08:00') };
const at = (text: string) => new Date(text);
const until = (now: string, zones: readonly string[], spans: readonly QuietSpan[] = [night]) =>
  quietUntil(at(now), zones, spans)?.toISOString() ?? null;

describe('quiet hours end by the clock of the place', () => {
  it.each([
    ['2026-11-21T12:00:00Z', ['Asia/Tokyo'], '2026-11-21T23:00:00.000Z'],
    ['2026-11-21T22:59:59Z', ['Asia/Tokyo'], '2026-11-21T23:00:00.000Z'],
    ['2026-11-21T23:00:00Z', ['Asia/Tokyo'], null],
    ['2026-11-21T10:59:59Z', ['Asia/Tokyo'], null],
    ['2026-11-21T11:00:00Z', ['Asia/Tokyo'], '2026-11-21T23:00:00.000Z'],
    // India is half an hour off, Nepal three quarters.
    ['2026-11-21T16:00:00Z', ['Asia/Kolkata'], '2026-11-22T02:30:00.000Z'],
    ['2026-11-21T16:00:00Z', ['Asia/Kathmandu'], '2026-11-22T02:15:00.000Z'],
    // The night in which clocks go forward is an hour shorter, the one in which they go back an hour longer.
    ['2026-03-28T20:00:00Z', ['Europe/Berlin'], '2026-03-29T06:00:00.000Z'],
    ['2026-10-24T20:00:00Z', ['Europe/Berlin'], '2026-10-25T07:00:00.000Z'],
    ['2026-03-08T05:00:00Z', ['America/New_York'], '2026-03-08T12:00:00.000Z'],
    ['2026-11-01T05:00:00Z', ['America/New_York'], '2026-11-01T13:00:00.000Z'],
    // Of several zones the strictest: it is morning in Los Angeles last.
    ['2026-11-21T13:30:00Z', ['America/New_York', 'America/Los_Angeles'], '2026-11-21T16:00:00.000Z'],
    ['2026-11-22T01:30:00Z', ['America/New_York', 'America/Los_Angeles'], '2026-11-22T16:00:00.000Z'],
    ['2026-11-21T12:00:00Z', [], null],
  ])('%s in %j: %s', (now, zones, expected) => {
    expect(until(now, zones)).toBe(expected);
  });

  it('takes an end that the clock jumps over as the first minute after it', () => {
    const span = { from: minutesOf('01:00'), to: minutesOf('02:30') };
    expect(until('2026-03-29T00:30:00Z', ['Europe/Berlin'], [span])).toBe('2026-03-29T01:00:00.000Z');
  });

  it('knows a whole day of the week', () => {
    const spans = [night, { from: 0, to: 24 * 60, weekday: 0 }];
    expect(until('2026-11-21T21:00:00Z', ['Europe/Paris'], spans)).toBe('2026-11-23T07:00:00.000Z');
    expect(until('2026-11-22T12:00:00Z', ['Europe/Paris'], spans)).toBe('2026-11-23T07:00:00.000Z');
    expect(until('2026-11-21T12:00:00Z', ['Europe/Paris'], spans)).toBeNull();
  });

  it('takes the first place where somewhere it is always quiet', () => {
    const spans = [{ from: minutesOf('14:00'), to: minutesOf('12:00') }];
    expect(until('2026-11-21T00:00:00Z', ['Etc/UTC', 'Etc/GMT+6'], spans)).toBe('2026-11-21T12:00:00.000Z');
  });
});

/** Told another way than the code under test: by the wall clock that the zone shows at each minute. */
function isQuietAt(ms: number, zone: string, { from, to }: QuietSpan): boolean {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(ms);
  const minutes = minutesOf(clock);
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}

const zone = fc.constantFrom(...Object.values(zonesByCountry).flat());
const instant = fc.date({
  min: at('2026-01-01T00:00:00Z'),
  max: at('2029-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const span = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 60 }))
  .map(([from, length]) => ({ from: from * 15, to: ((from + length) % 96) * 15 }));

test('until then it is quiet without a gap, and then it is not, in any zone and across every change of clocks', () => {
  fc.assert(
    fc.property(instant, zone, span, (now, place, quiet) => {
      const end = quietUntil(now, [place], [quiet]);
      if (end === null) {
        expect(isQuietAt(now.getTime(), place, quiet)).toBe(false);
        return;
      }
      expect(isQuietAt(end.getTime(), place, quiet)).toBe(false);
      for (let ms = now.getTime(); ms < end.getTime(); ms += 15 * 60_000) {
        expect(isQuietAt(ms, place, quiet)).toBe(true);
      }
      expect(isQuietAt(end.getTime() - 60_000, place, quiet)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('with several zones it ends when the last of them wakes, and is quiet somewhere until then', () => {
  fc.assert(
    fc.property(instant, fc.uniqueArray(zone, { minLength: 2, maxLength: 3 }), (now, places) => {
      const quiet = { from: minutesOf('22:00'), to: minutesOf('07:00') };
      const end = quietUntil(now, places, [quiet]);
      if (end === null) return;
      for (let ms = now.getTime(); ms < end.getTime(); ms += 30 * 60_000) {
        expect(places.some((place) => isQuietAt(ms, place, quiet))).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
