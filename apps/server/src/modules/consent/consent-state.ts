import type { ConsentDecision, ConsentPurpose, ConsentSource } from '@renkei/contract';
import type { LatestConsent } from './store-consents.ts';

export interface Decision {
  readonly decision: ConsentDecision;
  readonly source: ConsentSource;
  readonly decidedAt: Date;
}

/** What a contact has agreed to and stopped, as the ledger stands. */
export interface ConsentState {
  /** Undefined: they have not said anything about it. */
  readonly marketing: Decision | undefined;
  readonly utility: Decision | undefined;
  /** They asked for everything to stop, and have agreed to nothing since. */
  readonly stoppedEverything: Decision | undefined;
}

export const nothingDecided: ConsentState = {
  marketing: undefined,
  utility: undefined,
  stoppedEverything: undefined,
};

/** Works out the state from the latest decision about each purpose. What is said of everything is said of each. Pure. */
export function consentStateOf(latest: readonly LatestConsent[]): ConsentState {
  const about = (...purposes: readonly ConsentPurpose[]) =>
    latest.filter(({ purpose }) => purposes.includes(purpose)).toSorted(latestFirst)[0];
  const everything = about('all');
  const isStopped =
    everything?.decision === 'opt_out' && !latest.some((other) => isOptInAfter(other, everything));
  return {
    marketing: about('marketing', 'all'),
    utility: about('utility', 'all'),
    stoppedEverything: isStopped ? everything : undefined,
  };
}

function isOptInAfter(other: LatestConsent, stopped: LatestConsent): boolean {
  return other.decision === 'opt_in' && secondOf(other) > secondOf(stopped);
}

/** The provider's times are whole seconds. Of the same one, to stop counts: who may not be written to must never be. */
function latestFirst(one: LatestConsent, other: LatestConsent): number {
  const byTime = secondOf(other) - secondOf(one);
  return byTime === 0 ? Number(other.decision === 'opt_out') - Number(one.decision === 'opt_out') : byTime;
}

function secondOf({ decidedAt }: LatestConsent): number {
  return Math.floor(decidedAt.getTime() / 1000);
}
