/** When an unsure message is given up: its silence must mean something. Pure. */

export interface SilenceFacts {
  readonly nowMs: number;
  readonly unsureSinceMs: number;
  /** The first sends of the number that were accepted after this one went out, at most `neededSends` of them. */
  readonly laterSends: number;
  /** How many of those have a status. */
  readonly laterSendsWithStatus: number;
  /** How far behind the intake of webhooks is; null when nobody knows. */
  readonly intakeLagMs: number | null;
}

export const neededSends = 20;
const minuteMs = 60 * 1_000;
/** Reliability rule 4.7, replies. */
export const silenceAfterMs = 10 * minuteMs;
/** A quiet number never gets its 20 later sends; evidence that comes after this still counts. */
export const giveUpAfterMs = 60 * minuteMs;
const longestIntakeLagMs = 30 * 1_000;

export function isSilenceMeaningful(facts: SilenceFacts): boolean {
  const waitedMs = facts.nowMs - facts.unsureSinceMs;
  if (waitedMs >= giveUpAfterMs) return true;
  return (
    waitedMs >= silenceAfterMs &&
    facts.laterSends >= neededSends &&
    facts.laterSendsWithStatus >= neededSends &&
    facts.intakeLagMs !== null &&
    facts.intakeLagMs < longestIntakeLagMs
  );
}
