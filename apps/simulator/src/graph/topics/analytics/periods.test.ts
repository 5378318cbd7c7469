import { expect, test } from 'vitest';
import { createCalendar } from './periods.ts';

const at = (iso: string) => Date.parse(iso);
const seconds = (iso: string) => at(iso) / 1000;

test('half hours follow the clock', () => {
  expect(createCalendar('HALF_HOUR', '1')(at('2026-11-22T10:44:00Z'))).toEqual({
    start: seconds('2026-11-22T10:30:00Z'),
    end: seconds('2026-11-22T11:00:00Z'),
  });
});

test("days and months are those of the account's time zone, also when the clocks change", () => {
  const losAngeles = createCalendar('DAY', 'America/Los_Angeles');
  expect(losAngeles(at('2026-11-01T12:00:00Z'))).toEqual({
    start: seconds('2026-11-01T07:00:00Z'),
    end: seconds('2026-11-02T08:00:00Z'),
  });
  expect(createCalendar('DAY', 'Asia/Kathmandu')(at('2026-11-22T18:14:00Z'))).toEqual({
    start: seconds('2026-11-21T18:15:00Z'),
    end: seconds('2026-11-22T18:15:00Z'),
  });
  expect(createCalendar('MONTH', 'Asia/Tokyo')(at('2026-10-31T15:00:00Z'))).toEqual({
    start: seconds('2026-10-31T15:00:00Z'),
    end: seconds('2026-11-30T15:00:00Z'),
  });
});
