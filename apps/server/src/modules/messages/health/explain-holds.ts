import { type HoldReason, holdReasons, type Problem, type QueueHold } from '@renkei/contract';
import type { HeldGroup } from './store-health.ts';

/** What holds sends of one number, as it was read. */
export interface HoldFacts {
  readonly now: Date;
  readonly isSystemHeld: boolean;
  readonly channel: { readonly state: string; readonly problem: Problem | null };
  /** The provider has asked the number to pause until then; 0: it has not. */
  readonly numberHeldUntilMs: number;
  readonly queuedCount: number;
  readonly groups: readonly HeldGroup[];
}

/**
 * Why the sends of a number wait, the widest reason first: what stops the whole system or the number is told once, for
 * everything that is queued. What is only waiting for its turn is no hold. Pure.
 */
export function explainHolds(facts: HoldFacts): readonly QueueHold[] {
  const { now, isSystemHeld, channel, numberHeldUntilMs, queuedCount, groups } = facts;
  const whole = (reason: HoldReason, until: Date | null, problem: Problem | null): QueueHold => ({
    reason,
    count: queuedCount,
    until: until?.toISOString() ?? null,
    problem,
  });
  const holds: QueueHold[] = [];
  if (isSystemHeld) holds.push(whole('system_held', null, null));
  if (channel.state !== 'connected') holds.push(whole('channel_state', null, channel.problem));
  if (numberHeldUntilMs > now.getTime()) {
    holds.push(whole('number_throttled', new Date(numberHeldUntilMs), null));
  }
  const order = ({ reason }: QueueHold) => holdReasons.indexOf(reason);
  return [...holds, ...joinGroups(groups).toSorted((a, b) => order(a) - order(b) || b.count - a.count)];
}

function joinGroups(groups: readonly HeldGroup[]): readonly QueueHold[] {
  const known = groups.flatMap((group) => {
    const reason = holdReasonOf(group.reason);
    return reason === undefined ? [] : [{ ...group, reason }];
  });
  const alike = Map.groupBy(
    known,
    ({ reason, problem }) => `${reason} ${problem?.code} ${problem?.providerCode}`,
  );
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const all = [first, ...others];
    const until = Math.min(...all.map((group) => group.until.getTime()));
    const hasEnd = first.reason !== 'order' && all.every(({ ends, reason }) => ends || reason !== 'rule');
    return [
      {
        reason: first.reason,
        count: all.reduce((sum, { count }) => sum + count, 0),
        until: hasEnd ? new Date(until).toISOString() : null,
        problem: first.problem,
      },
    ];
  });
}

/** The dispatcher's words (`outbox.hold_reason`); a code of the provider's is `code_<number>`. */
const reasons: Readonly<Record<string, HoldReason>> = {
  gate: 'rule',
  pair_rate: 'pair_rate',
  // The provider counts to one person as we do, and was the stricter.
  code_131056: 'pair_rate',
  portfolio_limit: 'portfolio_limit',
  order: 'order',
  unreachable: 'unreachable',
  timeout: 'unreachable',
};

/** Undefined: nothing that somebody would want to know, such as a send that its worker has just given back. */
export function holdReasonOf(word: string): HoldReason | undefined {
  return reasons[word] ?? (word.startsWith('code_') ? 'retry' : undefined);
}
