/**
 * The gate: the one check that every send passes, from inbox and API alike, when it is accepted and again in the
 * transaction that dispatches it. A list of pure rules; the first refusal counts, otherwise the first hold.
 */
import type { GateFacts } from './facts.ts';
import { channelSends } from './rules/channel-sends.ts';
import { channelTakesContent } from './rules/channel-takes-content.ts';
import { contentIsWithinLimits } from './rules/content-is-within-limits.ts';
import { mediaIsUsable } from './rules/media-is-usable.ts';
import { recipientIsReachable } from './rules/recipient-is-reachable.ts';
import { recipientTakesContent } from './rules/recipient-takes-content.ts';
import { targetIsKnown } from './rules/target-is-known.ts';
import { templateIsUsable } from './rules/template-is-usable.ts';
import { windowIsOpen } from './rules/window-is-open.ts';
import { allow, type Verdict } from './verdict.ts';

export type GateRule = (facts: GateFacts) => Verdict;

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
];

export function judge(facts: GateFacts): Verdict {
  const verdicts = gateRules.map((rule) => rule(facts));
  return (
    verdicts.find(({ verdict }) => verdict === 'refuse') ??
    verdicts.find(({ verdict }) => verdict === 'hold') ??
    allow
  );
}
