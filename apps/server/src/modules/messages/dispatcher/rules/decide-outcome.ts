import type { ChannelState, Problem } from '@renkei/contract';
import {
  describeChannelRefusal,
  describeMessageRefusal,
  type ProviderRefusal,
  type ProviderSendOutcome,
  type RefusalScope,
  refusalWaits,
} from '#modules/channels';
import { createProblem } from '#platform/errors';
import { holdMs, retryDelayMs } from './backoff.ts';

/** An attempt that was not accepted. `withheld`: it was never begun, for a reason of our own. */
export type Unaccepted =
  | Exclude<ProviderSendOutcome, { readonly outcome: 'accepted' }>
  | { readonly outcome: 'withheld' };

interface AttemptFacts {
  readonly nowMs: number;
  /** Attempts so far, this one included. */
  readonly attempts: number;
  readonly pairStrikes: number;
  readonly numberStrikes: number;
  /** From 0 to below 1. */
  readonly chance: number;
}

/** Nothing of the number is sent before; `scope` says which numbers share its fate, `slows` that its rate falls. */
export interface NumberHold {
  readonly untilMs: number;
  readonly scope: RefusalScope;
  readonly slows: boolean;
}

/** What becomes of the message, and of everything that shares its channel. */
export interface Decision {
  readonly message:
    | { readonly to: 'failed'; readonly problem: Problem }
    | {
        readonly to: 'queued';
        readonly notBeforeMs: number;
        readonly reason: string;
        readonly problem: Problem | null;
      }
    | { readonly to: 'unsure' };
  readonly holdPairUntilMs?: number;
  readonly holdNumber?: NumberHold;
  readonly channel?: {
    readonly state: Exclude<ChannelState, 'disconnected' | 'connected'>;
    readonly problem: Problem;
  };
}

type Decide<Of> = (of: Of, facts: AttemptFacts) => Decision;

/** One table maps each kind of answer to one action. Only `unsure` leaves open whether the provider has the message. */
const decisions: {
  readonly [Kind in Unaccepted['outcome']]: Decide<Extract<Unaccepted, { outcome: Kind }>>;
} = {
  unsure: () => ({ message: { to: 'unsure' } }),
  withheld: (_, { nowMs }) => requeue(nowMs, 'withheld', null),
  not_sent: ({ reason, details, called = 'Meta' }, facts) => {
    if (reason === 'invalid') {
      const detail = { en: details, ja: details };
      return { message: { to: 'failed', problem: createProblem('content_not_allowed', { detail }) } };
    }
    const untilMs = facts.nowMs + holdMs(refusalWaits.hold_number, facts.numberStrikes);
    const detail = {
      en: `${called} could not be reached (${details}). It is tried again by itself.`,
      ja: `${called}に接続できません（${details}）。自動的に再試行します。`,
    };
    const problem = createProblem('graph_unreachable', { detail });
    const holdNumber = { untilMs, scope: 'number', slows: false } as const;
    return { ...requeue(untilMs, reason, problem), holdNumber };
  },
  rejected: ({ refusal }, facts) => refusalDecisions[refusal.action](refusal, facts),
};

const refusalDecisions: { readonly [Action in ProviderRefusal['action']]: Decide<ProviderRefusal> } = {
  fix: (refusal) => ({ message: { to: 'failed', problem: describeMessageRefusal(refusal) } }),
  never: (refusal) => ({ message: { to: 'failed', problem: describeMessageRefusal(refusal) } }),
  retry: (refusal, { nowMs, attempts, chance }) => {
    const untilMs = nowMs + retryDelayMs(refusal.wait ?? refusalWaits.retry, attempts, chance);
    return requeue(untilMs, `code_${refusal.code}`, describeMessageRefusal(refusal));
  },
  hold_pair: (refusal, { nowMs, pairStrikes }) => {
    const untilMs = nowMs + holdMs(refusal.wait ?? refusalWaits.hold_pair, pairStrikes);
    return { ...requeue(untilMs, `code_${refusal.code}`, null), holdPairUntilMs: untilMs };
  },
  hold_number: (refusal, { nowMs, numberStrikes }) => {
    const untilMs = nowMs + holdMs(refusal.wait ?? refusalWaits.hold_number, numberStrikes);
    const holdNumber = { untilMs, scope: refusal.scope ?? 'number', slows: refusal.slows ?? false } as const;
    return { ...requeue(untilMs, `code_${refusal.code}`, null), holdNumber };
  },
  hold_channel: (refusal, { nowMs }) => {
    const channel = describeChannelRefusal(refusal);
    return { ...requeue(nowMs, channel.state, channel.problem), channel };
  },
};

/** Pure. */
export function decideOutcome(outcome: Unaccepted, facts: AttemptFacts): Decision {
  // The entry found by an outcome's own kind takes that outcome; TypeScript cannot follow this through a union.
  const decide = decisions[outcome.outcome] as Decide<Unaccepted>;
  return decide(outcome, facts);
}

function requeue(notBeforeMs: number, reason: string, problem: Problem | null): Decision {
  return { message: { to: 'queued', notBeforeMs, reason, problem } };
}
