import type { Problem } from '@renkei/contract';
import { createProblem } from '#platform/errors';
import type { GateFacts } from '../../gate/facts.ts';
import { judge } from '../../gate/gate.ts';
import type { Candidate } from '../store/store-candidates.ts';
import { deadlineOf, earlierOf } from '../store/store-outbox.ts';
import { available, fullRate, pairRule, type RateState, readyAtMs, take } from './rates.ts';

/** What happens to a waiting send whose turn it is. */
export type Admission =
  | { readonly admitted: true; readonly pair: RateState }
  | { readonly admitted: false; readonly fail: Problem }
  | {
      readonly admitted: false;
      readonly waitUntil: Date;
      readonly reason: string;
      readonly problem: Problem | null;
    };

/** How long what the gate holds without an end waits before it is asked again. */
const holdPollMs = 30_000;

/**
 * Deadline, gate and the pair's rate, in this order: what is too late or refused costs no token. Pure. The number's own
 * rate has been taken into account by whoever chose how many candidates to look at.
 */
export function admit(candidate: Candidate, facts: GateFacts, pair: RateState | undefined): Admission {
  const { now } = facts;
  const nowMs = now.getTime();
  const deadlineAt = presentDeadline(candidate);
  if (deadlineAt <= now) return { admitted: false, fail: describeExpiry(candidate, deadlineAt) };
  const verdict = judge(facts);
  if (verdict.verdict === 'refuse') return { admitted: false, fail: verdict.problem };
  if (verdict.verdict === 'hold') {
    const waitUntil = verdict.until ?? new Date(nowMs + holdPollMs);
    return { admitted: false, waitUntil, reason: 'gate', problem: verdict.problem };
  }
  const rate = pair ?? fullRate(pairRule, nowMs);
  if (available(rate, pairRule, nowMs) < 1) {
    const waitUntil = new Date(readyAtMs(rate, pairRule, nowMs));
    return { admitted: false, waitUntil, reason: 'pair_rate', problem: null };
  }
  return { admitted: true, pair: take(rate, pairRule, nowMs, 1) };
}

/** A window that the customer has opened again since moves the deadline of free-form content. */
export function presentDeadline({ content, windowClosesAt, deadlineAt, notAfter }: Candidate): Date {
  if (content.kind === 'template') return deadlineAt;
  return earlierOf(deadlineOf(content, windowClosesAt, deadlineAt), notAfter);
}

export function describeExpiry({ content }: Candidate, deadlineAt: Date): Problem {
  const at = deadlineAt.toISOString();
  const isTemplate = content.kind === 'template';
  return createProblem('send_expired', {
    detail: isTemplate
      ? {
          en: `It could not be sent before ${at}, 10 hours after it was queued.`,
          ja: `送信待ちになってから10時間後の ${at} までに送信できませんでした。`,
        }
      : {
          en: `It could not be sent before ${at}, when the customer service window closed.`,
          ja: `カスタマーサービスウィンドウが終了する ${at} までに送信できませんでした。`,
        },
  });
}
