/** When a delivery that failed is tried again. Pure. */

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Three days in all, as Standard Webhooks advises; somebody may have to come back from a weekend. */
export const retryDelaysMs: readonly number[] = [
  5 * secondMs,
  30 * secondMs,
  2 * minuteMs,
  10 * minuteMs,
  hourMs,
  3 * hourMs,
  6 * hourMs,
  12 * hourMs,
  24 * hourMs,
  24 * hourMs,
];

/** From the first attempt to the last, at least. */
export const retriedForMs = retryDelaysMs.reduce((sum, delayMs) => sum + delayMs, 0);

/** Undefined: there was the last attempt. Up to a tenth longer by chance, so that many do not come back at once. */
export function nextDelayMs(attempts: number, chance: number): number | undefined {
  const delayMs = retryDelaysMs[attempts - 1];
  return delayMs === undefined ? undefined : Math.round(delayMs * (1 + chance / 10));
}
