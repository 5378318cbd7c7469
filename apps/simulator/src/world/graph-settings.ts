import { z } from 'zod';

const count = z.number().positive();
const durationMs = z.number().min(0);
const secondMs = 1000;
const dayMs = 24 * 60 * 60 * secondMs;

/** Budgets of the Graph API, and what its documentation leaves open. */
export const graphSettingsSchema = z.strictObject({
  /** Management calls of one app in an hour to a WABA without a registered number, and to one with. */
  callsPerHour: count,
  activeCallsPerHour: count,
  /** Calls of one app in an hour that concern no WABA. */
  appCallsPerHour: count,
  /** What a token hears of a WABA it does not reach: 100/33 as for nothing, or 200. Sources disagree. */
  foreignWaba: z.enum(['unknown', 'forbidden']),
  /** How long a resumable upload may take. */
  uploadLifeMs: durationMs,
  /** How long a flow's endpoint may think. */
  flowTimeoutMs: durationMs,
  /** Exchanges in an hour from which a flow's health is judged. */
  flowHealthMinimum: count,
  /** Share of errors that raises an alert, and that throttles the flow. */
  flowErrorShare: z.number().min(0).max(1),
  flowThrottleShare: z.number().min(0).max(1),
  /** Latency (90th percentile) that raises an alert. */
  flowLatencyMs: durationMs,
  /** How long a call rings before it counts as missed. */
  callRingMs: durationMs,
  /** Connected calls of a business to one person in 24 h (since 2025-12-19). */
  connectedCallsPerDay: count,
  concurrentCalls: count,
  /** Looks at a call permission per second (613). */
  permissionLookupsPerSecond: count,
  /** Whether groups need an official business account (131215). */
  groupsNeedOfficialAccount: z.boolean(),
});

export type GraphSettings = z.infer<typeof graphSettingsSchema>;

export const defaultGraphSettings: GraphSettings = {
  callsPerHour: 200,
  activeCallsPerHour: 5000,
  appCallsPerHour: 5000,
  foreignWaba: 'unknown',
  uploadLifeMs: dayMs,
  flowTimeoutMs: 10 * secondMs,
  flowHealthMinimum: 10,
  flowErrorShare: 0.1,
  flowThrottleShare: 0.5,
  flowLatencyMs: 3 * secondMs,
  callRingMs: 60 * secondMs,
  connectedCallsPerDay: 100,
  concurrentCalls: 1000,
  permissionLookupsPerSecond: 5,
  groupsNeedOfficialAccount: true,
};
