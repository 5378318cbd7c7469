import { z } from 'zod';

const unitsMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

const onePart = /(\d+(?:\.\d+)?)\s*([a-z]+)/gi;

/** `25 h`, `2 days 30 min`, `10s`. Gives milliseconds. */
export const durationSchema = z.string().transform((text, context) => {
  const parts = [...text.matchAll(onePart)];
  const rest = text.replaceAll(onePart, '').trim();
  const lengths = parts.map(([, amount, unit = '']) => Number(amount) * unitOf(unit));
  if (parts.length === 0 || rest !== '' || lengths.some(Number.isNaN)) {
    context.addIssue({
      code: 'custom',
      message: `"${text}" is no duration; write it like "25 h" or "2 days 30 min"`,
    });
    return z.NEVER;
  }
  return lengths.reduce((sum, lengthMs) => sum + lengthMs, 0);
});

function unitOf(unit: string): number {
  const name = unit.toLowerCase();
  return unitsMs[name] ?? unitsMs[name.replace(/s$/, '')] ?? Number.NaN;
}
