import type { ProviderRefusal } from '#modules/channels';

/** A status as it is kept. */
export interface KnownStatus {
  readonly status: string;
  readonly refusals: readonly ProviderRefusal[];
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
 */
export function shownState(statuses: readonly KnownStatus[]): ShownState | undefined {
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
