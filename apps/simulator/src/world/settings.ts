import { z } from 'zod';
import { defined } from '../defined.ts';
import { defaultGraphSettings, graphSettingsSchema } from './graph-settings.ts';
import { defaultOnboardingSettings, onboardingSettingsSchema } from './onboarding-settings.ts';

const count = z.number().positive();
const share = z.number().min(0).max(1);
const durationMs = z.number().min(0);
const range = z.strictObject({ min: durationMs, max: durationMs });

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What a review of a template by name ends with, instead of what the rules say. */
const verdict = z.strictObject({
  name: z.string(),
  status: z.enum(['APPROVED', 'REJECTED']).optional(),
  category: z.enum(['AUTHENTICATION', 'MARKETING', 'UTILITY']).optional(),
  /** As in `message_template_status_update.reason`. */
  reason: z.string().optional(),
});

/** Send rates of one number in messages per second, in and out together; 130429 and 131056 above. */
const rates = z.strictObject({
  numberPerSecond: count,
  /** After the upgrade of throughput (`throughput.level` HIGH). */
  highNumberPerSecond: count,
  /** Numbers that also live in the WhatsApp Business app. */
  coexistencePerSecond: count,
  /** Messages to one user: bucket of `pairBurst`, one more every `pairIntervalMs`. */
  pairIntervalMs: durationMs,
  pairBurst: count,
});

const webhooks = z.strictObject({
  /** Waits before the 2nd, 3rd … attempt; the last one repeats until `giveUpAfterMs` of world time. */
  retryDelaysMs: z.array(durationMs).min(1),
  giveUpAfterMs: durationMs,
  timeoutMs: count,
  /** Most updates put into one body when there is a backlog (Meta: up to 1,000). */
  batchSize: z.int().min(1).max(1000),
  concurrency: z.int().min(1).max(256),
});

/** What Meta keeps to itself about marketing: by default nobody is in an experiment or over a personal limit. */
const marketing = z.strictObject({
  /** No marketing templates to US numbers (since 2025-04-01): 131049. */
  usPaused: z.boolean(),
  /** Share of users in a control group: 130472. Always the same people. */
  experimentShare: share,
  /** Marketing templates one user gets from all businesses per `perUserPeriodMs`; null: any number. */
  perUserLimit: z.int().min(0).nullable(),
  perUserPeriodMs: durationMs,
  /** Where the personal limit does not hold; Meta names the EEA, the UK, Japan and South Korea. */
  perUserLimitExempt: z.array(z.string()),
});

const limits = z.strictObject({
  /** The code of a template beyond the portfolio's limit. Meta documents none. */
  overLimitCode: z.int(),
  /** How long after the condition is met the next level holds. */
  growthDelayMs: durationMs,
  /** Users reached outside windows within 30 days that lift a portfolio from 250 to 2,000. */
  trialUsers: count,
  /** Users reached in 24 h that lift an unlimited number to the high throughput. */
  throughputUpgradeUsers: count,
  /** How long a number answers 131057 while its throughput is upgraded. */
  maintenanceMs: durationMs,
  /** Countries nobody may message: 130497. */
  forbiddenCountries: z.array(z.string()),
});

const templates = z.strictObject({
  /** World time a review takes (Meta: minutes by machine, up to 24 h). */
  reviewDelayMs: range,
  verdicts: z.array(verdict),
  createPerHour: z.int().min(0),
  /** First and second pause for low quality; the third time disables. */
  pausesMs: z.array(durationMs),
  /** Notice before a category is corrected. */
  recategoriseNoticeMs: durationMs,
  /** Sends of a new template that go out before the rest is held; null: no pacing. */
  pacingFirstSends: z.int().min(0).nullable(),
  /** How long held sends wait for the verdict. */
  pacingHoldMs: durationMs,
  nameLockMs: durationMs,
});

/** Thresholds of quality; Meta publishes none. Negative feedback: blocks and reports of the last seven days. */
const quality = z.strictObject({
  minimumDelivered: z.int().min(1),
  yellowShare: share,
  redShare: share,
});

export const settingsSchema = z.strictObject({
  rates,
  statusDelayMs: range,
  webhooks,
  marketing,
  limits,
  templates,
  quality,
  graph: graphSettingsSchema,
  onboarding: onboardingSettingsSchema,
  /** Delivered free-form messages that are free per number and month (2026-10-01). */
  freeServiceMessages: z.int().min(0),
  /** What `pricing.type` such a message shows; Meta does not say. */
  freeQuotaPricingType: z.enum(['free_customer_service', 'regular']),
  /** Whether messages in a free entry point window use the free quota up; Meta does not say. */
  freeEntryUsesQuota: z.boolean(),
  freeEntryHours: count,
  /** How long an undelivered message is tried (Meta: 30 days). */
  retentionMs: durationMs,
  /** True: an unknown number is on WhatsApp after all; false (as at Meta): it fails with 131026. */
  everyoneIsOnWhatsApp: z.boolean(),
});

/** What may be moved by control: limits, delays and what Meta does not publish. Everything else is Meta's rule. */
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  rates: {
    numberPerSecond: 80,
    highNumberPerSecond: 1000,
    coexistencePerSecond: 20,
    pairIntervalMs: 6 * secondMs,
    pairBurst: 45,
  },
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
    giveUpAfterMs: 7 * dayMs,
    timeoutMs: 10 * secondMs,
    batchSize: 20,
    concurrency: 16,
  },
  marketing: {
    usPaused: true,
    experimentShare: 0,
    perUserLimit: null,
    perUserPeriodMs: dayMs,
    perUserLimitExempt:
      'AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE GB JP KR'.split(
        ' ',
      ),
  },
  limits: {
    overLimitCode: 131048,
    growthDelayMs: 6 * hourMs,
    trialUsers: 2000,
    throughputUpgradeUsers: 100_000,
    maintenanceMs: minuteMs,
    forbiddenCountries: ['CU', 'IR', 'KP', 'SY'],
  },
  templates: {
    reviewDelayMs: { min: minuteMs, max: 5 * minuteMs },
    verdicts: [],
    createPerHour: 100,
    pausesMs: [3 * hourMs, 6 * hourMs],
    recategoriseNoticeMs: dayMs,
    pacingFirstSends: null,
    pacingHoldMs: hourMs,
    nameLockMs: 30 * dayMs,
  },
  quality: { minimumDelivered: 20, yellowShare: 0.02, redShare: 0.05 },
  graph: defaultGraphSettings,
  onboarding: defaultOnboardingSettings,
  freeServiceMessages: 1000,
  freeQuotaPricingType: 'free_customer_service',
  freeEntryUsesQuota: false,
  freeEntryHours: 72,
  retentionMs: 30 * dayMs,
  everyoneIsOnWhatsApp: false,
};

/** A change of settings: every key left out stays as it is. */
export const settingsChangeSchema = settingsSchema
  .extend({
    rates: rates.partial(),
    webhooks: webhooks.partial(),
    marketing: marketing.partial(),
    limits: limits.partial(),
    templates: templates.partial(),
    quality: quality.partial(),
    graph: graphSettingsSchema.partial(),
    onboarding: onboardingSettingsSchema.partial(),
  })
  .partial();

export type SettingsChange = z.infer<typeof settingsChangeSchema>;

export function mergeSettings(before: Settings, change: SettingsChange): Settings {
  return {
    ...before,
    ...defined(change),
    rates: { ...before.rates, ...defined(change.rates ?? {}) },
    webhooks: { ...before.webhooks, ...defined(change.webhooks ?? {}) },
    marketing: { ...before.marketing, ...defined(change.marketing ?? {}) },
    limits: { ...before.limits, ...defined(change.limits ?? {}) },
    templates: { ...before.templates, ...defined(change.templates ?? {}) },
    quality: { ...before.quality, ...defined(change.quality ?? {}) },
    graph: { ...before.graph, ...defined(change.graph ?? {}) },
    onboarding: { ...before.onboarding, ...defined(change.onboarding ?? {}) },
  };
}
