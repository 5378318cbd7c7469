import { z } from 'zod';
import type { Settings } from '../world/settings.ts';
import { defined } from './defined.ts';

const count = z.number().positive();
const durationMs = z.number().min(0);

/** What `POST /control/settings` takes; every key left out stays as it is. */
export const settingsSchema = z.strictObject({
  rates: z
    .strictObject({ numberPerSecond: count, pairIntervalMs: durationMs, pairBurst: count })
    .partial()
    .optional(),
  statusDelayMs: z.strictObject({ min: durationMs, max: durationMs }).optional(),
  webhooks: z
    .strictObject({
      retryDelaysMs: z.array(durationMs).min(1),
      giveUpAfterMs: durationMs,
      timeoutMs: count,
      batchSize: z.int().min(1).max(1000),
      concurrency: z.int().min(1).max(256),
    })
    .partial()
    .optional(),
  freeServiceMessages: z.int().min(0).optional(),
  freeEntryHours: count.optional(),
  everyoneIsOnWhatsApp: z.boolean().optional(),
});

export type SettingsInput = z.input<typeof settingsSchema>;

export function mergeSettings(before: Settings, change: z.infer<typeof settingsSchema>): Settings {
  return {
    ...before,
    ...defined(change),
    rates: { ...before.rates, ...defined(change.rates ?? {}) },
    webhooks: { ...before.webhooks, ...defined(change.webhooks ?? {}) },
  };
}
