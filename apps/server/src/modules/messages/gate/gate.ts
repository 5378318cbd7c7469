/**
 * The gate: the one check that every send passes, from inbox and API alike, when it is accepted and again in the
 * transaction that dispatches it. A list of pure rules; the first refusal counts, otherwise the hold that ends last.
 */
import type { GateFinding } from '@renkei/contract';
import type { GateFacts } from './facts.ts';
import type { GateRule } from './rule.ts';
import { channelSends } from './rules/channel-sends.ts';
import { channelTakesContent } from './rules/channel-takes-content.ts';
import { consentIsGiven } from './rules/consent-is-given.ts';
import { contentIsNew } from './rules/content-is-new.ts';
import { contentIsWithinLimits } from './rules/content-is-within-limits.ts';
import { conversationIsFree } from './rules/conversation-is-free.ts';
import { everythingIsNotStopped } from './rules/everything-is-not-stopped.ts';
import { marketingCapHasRoom } from './rules/marketing-cap-has-room.ts';
import { marketingIsNotStopped } from './rules/marketing-is-not-stopped.ts';
import { marketingLimitHasPassed } from './rules/marketing-limit-has-passed.ts';
import { mediaIsUsable } from './rules/media-is-usable.ts';
import { portfolioLimitHasRoom } from './rules/portfolio-limit-has-room.ts';
import { quietHoursAreOver } from './rules/quiet-hours-are-over.ts';
import { recipientGetsMarketing } from './rules/recipient-gets-marketing.ts';
import { recipientIsInNoExperiment } from './rules/recipient-is-in-no-experiment.ts';
import { recipientIsReachable } from './rules/recipient-is-reachable.ts';
import { recipientTakesContent } from './rules/recipient-takes-content.ts';
import { targetIsKnown } from './rules/target-is-known.ts';
import { templateIsUsable } from './rules/template-is-usable.ts';
import { windowIsOpen } from './rules/window-is-open.ts';
import type { RuleVerdict, Verdict } from './verdict.ts';

/** In the order in which their refusals are told. */
export const gateRules: readonly GateRule[] = [
  channelSends,
  recipientIsReachable,
  recipientTakesContent,
  channelTakesContent,
  windowIsOpen,
  contentIsWithinLimits,
  mediaIsUsable,
  templateIsUsable,
  targetIsKnown,
  everythingIsNotStopped,
  consentIsGiven,
  marketingIsNotStopped,
  recipientGetsMarketing,
  recipientIsInNoExperiment,
  marketingLimitHasPassed,
  conversationIsFree,
  contentIsNew,
  marketingCapHasRoom,
  quietHoursAreOver,
  portfolioLimitHasRoom,
];

/** Asks every rule. Pure. */
export function judge(facts: GateFacts): Verdict {
  const asked = gateRules.flatMap((rule) => {
    const said = rule.judge(facts);
    return said ? [{ rule, said }] : [];
  });
  const decided = decide(asked.map(({ said }) => said));
  const { now, purpose } = facts;
  return {
    ...decided,
    record: {
      decision: decided.verdict,
      purpose,
      until: decided.verdict === 'hold' ? (decided.until?.toISOString() ?? null) : null,
      problem: decided.verdict === 'allow' ? null : decided.problem,
      field: decided.verdict === 'refuse' ? (decided.field ?? null) : null,
      findings: asked.flatMap(({ rule, said }) => describe(rule, said) ?? []),
      rules: Object.fromEntries(asked.map(({ rule: { id, version } }) => [id, version])),
      judgedAt: now.toISOString(),
    },
  };
}

type Decided = Exclude<RuleVerdict, { readonly verdict: 'warn' }>;

function decide(said: readonly RuleVerdict[]): Decided {
  const refusal = said.find((one) => one.verdict === 'refuse');
  if (refusal) return refusal;
  const holds = said.filter((one) => one.verdict === 'hold');
  return holds.toSorted((one, other) => endOf(other) - endOf(one))[0] ?? { verdict: 'allow' };
}

/** What waits for somebody to act ends last. */
function endOf({ until }: { readonly until: Date | null }): number {
  return until?.getTime() ?? Number.POSITIVE_INFINITY;
}

function describe({ id, version }: GateRule, said: RuleVerdict): GateFinding | undefined {
  if (said.verdict === 'allow') return undefined;
  const until = said.verdict === 'hold' ? (said.until?.toISOString() ?? null) : null;
  return { rule: id, version, decision: said.verdict, until, problem: said.problem };
}
