/** What may be moved by control: limits, delays and the retry ladder. Everything else is Meta's rule. */
export interface Settings {
  readonly rates: {
    /** Messages per second of one number (Meta: 80), refused with 130429 above. */
    readonly numberPerSecond: number;
    /** Messages to one user: bucket of `pairBurst`, one more every `pairIntervalMs` (131056). */
    readonly pairIntervalMs: number;
    readonly pairBurst: number;
  };
  readonly statusDelayMs: { readonly min: number; readonly max: number };
  readonly webhooks: {
    /** Waits before the 2nd, 3rd … attempt; the last one repeats until `giveUpAfterMs` of world time. */
    readonly retryDelaysMs: readonly number[];
    readonly giveUpAfterMs: number;
    readonly timeoutMs: number;
    /** Most updates put into one body when there is a backlog (Meta: up to 1,000). */
    readonly batchSize: number;
    readonly concurrency: number;
  };
  /** Highest share of free service messages per number and month (2026-10-01). */
  readonly freeServiceMessages: number;
  readonly freeEntryHours: number;
  /** True: an unknown number is on WhatsApp after all; false (as at Meta): it fails with 131026. */
  readonly everyoneIsOnWhatsApp: boolean;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

export const defaultSettings: Settings = {
  rates: { numberPerSecond: 80, pairIntervalMs: 6000, pairBurst: 45 },
  statusDelayMs: { min: 30, max: 250 },
  webhooks: {
    retryDelaysMs: [
      secondMs,
      2 * secondMs,
      5 * secondMs,
      15 * secondMs,
      minuteMs,
      5 * minuteMs,
      15 * minuteMs,
      hourMs,
    ],
    giveUpAfterMs: 7 * 24 * hourMs,
    timeoutMs: 10 * secondMs,
    batchSize: 20,
    concurrency: 16,
  },
  freeServiceMessages: 1000,
  freeEntryHours: 72,
  everyoneIsOnWhatsApp: false,
};
