import type { ProviderRefusal } from '#modules/channels';

/** A status as it is kept. */
export interface KnownStatus {
  readonly status: string;
  readonly refusals: readonly ProviderRefusal[];
  /** The member of a group whose status it is; missing outside of groups. */
  readonly participant?: string | null;
}

const progress = ['sent', 'delivered', 'read', 'played'] as const;

export interface ShownState {
  readonly state: (typeof progress)[number] | 'failed';
  /** Of `failed`; null when the provider gave no reason. */
  readonly refusal: ProviderRefusal | null;
}

/**
 * What a message is at, from everything that was ever told about it, in any order and however often: delivered or
 * more beats failed, failed beats sent. Read implies delivered. Undefined: nothing was told that says it.
 *
 * In a group it is where the least far of the members is that anything was told of, so that "read" means read by all
 * of them; it has failed only when it reached none.
 */
export function shownState(statuses: readonly KnownStatus[]): ShownState | undefined {
  const members = Map.groupBy(
    statuses.filter(({ participant }) => Boolean(participant)),
    ({ participant }) => participant,
  );
  const whole = stateOf(statuses.filter(({ participant }) => !participant));
  const each = [...members.values()].flatMap((told) => stateOf(told) ?? []);
  const [slowest] = each.filter(({ state }) => state !== 'failed').sort((a, b) => rankOf(a) - rankOf(b));
  if (!slowest) return whole?.state === 'sent' || !whole ? (each[0] ?? whole) : whole;
  return whole && rankOf(whole) > rankOf(slowest) ? whole : slowest;
}

function rankOf({ state }: ShownState): number {
  return progress.findIndex((step) => step === state);
}

function stateOf(statuses: readonly KnownStatus[]): ShownState | undefined {
  const reached = Math.max(
    -1,
    ...statuses.map(({ status }) => progress.findIndex((step) => step === status)),
  );
  const failed = statuses.filter(({ status }) => status === 'failed');
  const delivered = progress.indexOf('delivered');
  if (failed.length > 0 && reached < delivered) {
    const [refusal = null] = failed
      .flatMap(({ refusals }) => refusals)
      .sort((one, other) => one.code - other.code);
    return { state: 'failed', refusal };
  }
  const state = progress[reached];
  return state === undefined ? undefined : { state, refusal: null };
}
