import { z } from 'zod';

const count = z.int().positive();
const durationMs = z.number().min(0);
const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How numbers, apps and people come to the platform: what Meta's pages leave open, and what tests want to shorten. */
export const onboardingSettingsSchema = z.strictObject({
  /** How long the code of a sign-up can be exchanged. */
  oauthCodeLifeMs: durationMs,
  /** How long a business token lives; null: for good. Meta's stock configuration says 60 days. */
  businessTokenLifeMs: durationMs.nullable(),
  /** Whether the window's message comes before the callback of FB.login or after it: at Meta in either order. */
  signupMessageOrder: z.enum(['before', 'after']),
  /** How long the code sent to a number can be entered. */
  numberCodeLifeMs: durationMs,
  /** Codes one number may ask for in `codePeriodMs`, and wrong ones it may enter (136025 above; Meta: up to 12 h). */
  numberCodesPerPeriod: count,
  wrongCodesAllowed: count,
  codePeriodMs: durationMs,
  /** Wrong PINs in `codePeriodMs` until 133008, and the pause between two of them below which it is 133009. */
  wrongPinsAllowed: count,
  pinPauseMs: durationMs,
  /** Calls of register and deregister together. */
  registrationsPerPeriod: count,
  registrationPeriodMs: durationMs,
  /** Numbers of a portfolio: before and after it is verified or has reached the limit of 2,000. */
  numbersPerPortfolio: count,
  numbersPerVerifiedPortfolio: count,
  /** How long after connecting the Business app its data can be asked for. */
  syncWindowMs: durationMs,
  /** Messages in one webhook of `history`, and contacts in one of `smb_app_state_sync`. */
  historyChunkSize: count,
  contactChunkSize: count,
  /** A coexistence number is cut off when its main phone, or the API side, stays silent this long. */
  primaryIdleMs: durationMs,
  companionIdleMs: durationMs,
  /** What a send answers once the Business app was disconnected. */
  disconnectedCode: z.union([z.literal(133010), z.literal(10)]),
});

export type OnboardingSettings = z.infer<typeof onboardingSettingsSchema>;

export const defaultOnboardingSettings: OnboardingSettings = {
  oauthCodeLifeMs: 30 * secondMs,
  businessTokenLifeMs: null,
  signupMessageOrder: 'before',
  numberCodeLifeMs: 10 * minuteMs,
  numberCodesPerPeriod: 10,
  wrongCodesAllowed: 5,
  codePeriodMs: 12 * hourMs,
  wrongPinsAllowed: 5,
  pinPauseMs: secondMs,
  registrationsPerPeriod: 10,
  registrationPeriodMs: 72 * hourMs,
  numbersPerPortfolio: 2,
  numbersPerVerifiedPortfolio: 20,
  syncWindowMs: dayMs,
  historyChunkSize: 100,
  contactChunkSize: 100,
  primaryIdleMs: 14 * dayMs,
  companionIdleMs: 30 * dayMs,
  disconnectedCode: 133010,
};
