import { campaignPriority } from '../../outbound/priorities.ts';

/** When an unsure message is given up: its silence must mean something. Pure. */

export interface SilenceFacts {
  readonly nowMs: number;
  readonly unsureSinceMs: number;
  /** 2 and more: campaigns, whose statuses may take longer. */
  readonly priority: number;
  /** The first sends of the number that were accepted after this one went out, at most `neededSends` of them. */
  readonly laterSends: number;
  /** How many of those have a status. */
  readonly laterSendsWithStatus: number;
  /** How far behind the intake of webhooks is; null when nobody knows. */
  readonly intakeLagMs: number | null;
}

export const neededSends = 20;
const minuteMs = 60 * 1_000;

/** Reliability rule 4.7: replies, campaigns. */
export function silenceAfterMs(priority: number): number {
  return (priority >= campaignPriority ? 60 : 10) * minuteMs;
}

/** A quiet number never gets its 20 later sends; evidence that comes after this still counts. */
export function giveUpAfterMs(priority: number): number {
  return 6 * silenceAfterMs(priority);
}

const longestIntakeLagMs = 30 * 1_000;

/**
 * `meaningful`: had it been accepted, its status would be here (reliability rule 4.7). `long`: nothing says so, but nobody
 * can wait for ever (decision 24). Never either while evidence may wait in our own intake.
 */
export type Silence = 'short' | 'long' | 'meaningful';

export function judgeSilence(facts: SilenceFacts): Silence {
  const { priority, laterSends, laterSendsWithStatus, intakeLagMs } = facts;
  if (intakeLagMs === null || intakeLagMs >= longestIntakeLagMs) return 'short';
  const waitedMs = facts.nowMs - facts.unsureSinceMs;
  const isAnsweredAround = laterSends >= neededSends && laterSendsWithStatus >= neededSends;
  if (waitedMs >= silenceAfterMs(priority) && isAnsweredAround) return 'meaningful';
  return waitedMs >= giveUpAfterMs(priority) ? 'long' : 'short';
}
