import type { Localized, Problem } from '@renkei/contract';
import { createProblem } from '#platform/errors';
import type { Verdict } from '../../gate/verdict.ts';
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
      /** Whether others of the conversation may pass it meanwhile: what holds it is its own affair and has an end. */
      readonly yields: boolean;
      /** The deadline moves when gate or portfolio hold a template beyond it: that was not the queue's doing. */
      readonly deadlineAt: Date | null;
    };

/** What is known when its turn comes. */
export interface Turn {
  readonly now: Date;
  readonly verdict: Verdict;
  /** Undefined: as if it had never been written to. */
  readonly pair: RateState | undefined;
}

/** How long what the gate holds without an end waits before it is asked again. */
const holdPollMs = 30_000;

/**
 * Deadline, gate and the pair's rate, in this order: what is too late or refused costs no token. Pure. The number's own
 * rate has been taken into account by whoever chose how many candidates to look at.
 */
export function admit(candidate: Candidate, { now, verdict, pair }: Turn): Admission {
  const nowMs = now.getTime();
  const deadlineAt = presentDeadline(candidate);
  if (deadlineAt <= now) return { admitted: false, fail: describeExpiry(candidate, deadlineAt) };
  if (verdict.verdict === 'refuse') return { admitted: false, fail: verdict.problem };
  if (verdict.verdict === 'hold') {
    const waitUntil = verdict.until ?? new Date(nowMs + holdPollMs);
    const deadline = deadlineAfter(candidate, verdict.until);
    const yields = verdict.until !== null;
    const { problem } = verdict;
    return { admitted: false, waitUntil, reason: 'gate', yields, problem, deadlineAt: deadline };
  }
  const rate = pair ?? fullRate(pairRule, nowMs);
  if (available(rate, pairRule, nowMs) < 1) {
    const waitUntil = new Date(readyAtMs(rate, pairRule, nowMs));
    return {
      admitted: false,
      waitUntil,
      reason: 'pair_rate',
      yields: false,
      problem: null,
      deadlineAt: null,
    };
  }
  return { admitted: true, pair: take(rate, pairRule, nowMs, 1) };
}

/** The deadline of what is held until then. Null: it stays. A caller's own deadline is never moved. */
export function deadlineAfter({ content, deadlineAt, notAfter }: Candidate, until: Date | null): Date | null {
  if (content.kind !== 'template' || until === null || until < deadlineAt) return null;
  const moved = earlierOf(deadlineOf(content, null, until), notAfter);
  return moved > deadlineAt ? moved : null;
}

/** A window that the customer has opened again since moves the deadline of free-form content. */
export function presentDeadline({ content, windowClosesAt, deadlineAt, notAfter }: Candidate): Date {
  if (content.kind === 'template') return deadlineAt;
  return earlierOf(deadlineOf(content, windowClosesAt, deadlineAt), notAfter);
}

export function describeExpiry({ content, notAfter }: Candidate, deadlineAt: Date): Problem {
  return createProblem('send_expired', { detail: detailOf(content, notAfter, deadlineAt) });
}

function detailOf(content: Candidate['content'], notAfter: Date | null, deadlineAt: Date): Localized {
  const at = deadlineAt.toISOString();
  if (notAfter && notAfter <= deadlineAt) {
    return {
      en: `It could not be sent before ${at}, the deadline it was queued with.`,
      ja: `指定された期限の ${at} までに送信できませんでした。`,
    };
  }
  if (content.kind === 'template') {
    return {
      en: `It could not be sent before ${at}, 10 hours after it was due.`,
      ja: `送信できるはずの時刻から10時間後の ${at} までに送信できませんでした。`,
    };
  }
  return {
    en: `It could not be sent before ${at}, when the customer service window closed.`,
    ja: `カスタマーサービスウィンドウが終了する ${at} までに送信できませんでした。`,
  };
}
