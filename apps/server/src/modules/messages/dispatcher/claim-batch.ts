import { listMediaReferences } from '@renkei/contract';
import type {
  ChannelFacts,
  ProviderRecipient,
  ProviderReferences,
  ProviderSendRequest,
} from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import { newAttemptKey } from '#platform/ids';
import { loadChannel } from '../outbound/gate-facts.ts';
import { type Judged, judgeBatch } from '../outbound/judge-batch.ts';
import type { DispatchContext } from './context.ts';
import { type Admission, admit } from './rules/admit.ts';
import {
  available,
  fullRate,
  numberRule,
  type RateRule,
  type RateState,
  readyAtMs,
  take,
} from './rules/rates.ts';
import type { Candidate } from './store/store-candidates.ts';
import type { ChannelLease } from './store/store-leases.ts';
import type { MessageOutcome, Postponed } from './store/store-outbox.ts';
import { numberItself } from './store/store-rates.ts';
import { failMessages, publishChanges } from './write-outcomes.ts';

/** A send whose attempt is committed: from now on it counts as possibly sent. */
export interface DispatchedSend {
  readonly messageId: string;
  readonly recipient: string;
  readonly request: ProviderSendRequest;
}

export interface ClaimedSend {
  readonly messageId: string;
  readonly mediaIds: readonly string[];
  readonly recipient: string;
}

export interface Batch {
  readonly dispatched: readonly DispatchedSend[];
  /** Claimed only: their files must be at the provider first. */
  readonly toPrepare: readonly ClaimedSend[];
  /** Whether candidates were found at all, and when rates allow to look again. */
  readonly looked: number;
  readonly readyAtMs: number;
  readonly isChannelHeld: boolean;
}

interface Admitted {
  readonly candidate: Candidate;
  readonly references: ProviderReferences;
}

/** The most that goes into one transaction. */
const largestBatch = 100;

/**
 * One turn of a channel, in one transaction: takes the next due sends as far as the rates allow, reads everything the gate
 * looks at, and commits `dispatched` with a fresh attempt key for those that may go. Nothing has been written to the
 * provider when this returns.
 */
export function claimBatch(context: DispatchContext, lease: ChannelLease, room: number): Promise<Batch> {
  const { store } = context;
  return context.platform.database.inTenant(lease.workspaceId, async (tx) => {
    await store.assertLease(tx, lease);
    const channel = await loadChannel(context, tx, lease.channelId);
    const nowMs = context.platform.clock.now().getTime();
    const rule = numberRule(channel.messagesPerSecond);
    const rates = await store.readRates(tx, lease.channelId, [numberItself]);
    const number = rates.get(numberItself) ?? fullRate(rule, nowMs);
    const isChannelHeld = channel.state === 'token_expired' || channel.state === 'restricted';
    const limit = isChannelHeld ? 0 : Math.min(room, available(number, rule, nowMs), largestBatch);
    const nothing = {
      dispatched: [],
      toPrepare: [],
      looked: 0,
      readyAtMs: nextTurnMs(number, rule, nowMs),
      isChannelHeld,
    };
    if (limit === 0) return nothing;
    const candidates = await store.lockDueCandidates(tx, lease.channelId, new Date(nowMs), limit);
    if (candidates.length === 0) return nothing;
    return await runTurn(context, tx, lease, { channel, candidates, number, rule, nowMs });
  });
}

interface Turn {
  readonly channel: ChannelFacts;
  readonly candidates: readonly Candidate[];
  readonly number: RateState;
  readonly rule: RateRule;
  readonly nowMs: number;
}

async function runTurn(
  context: DispatchContext,
  tx: TenantTransaction,
  lease: ChannelLease,
  { channel, candidates, number, rule, nowMs }: Turn,
): Promise<Batch> {
  const { store } = context;
  const pairs = await store.readRates(
    tx,
    lease.channelId,
    candidates.map(({ recipient }) => recipient),
  );
  const taken = new Map<string, RateState>();
  const admitted: Admitted[] = [];
  const failures: MessageOutcome[] = [];
  const postponed: Postponed[] = [];
  const waiting: MessageOutcome[] = [];
  const later: { readonly messageId: string; readonly deadlineAt: Date }[] = [];
  for (const { candidate, facts, verdict, references } of await judgeAll(context, tx, channel, candidates)) {
    const { messageId, recipient } = candidate;
    const admission = admit(candidate, { now: facts.now, verdict, pair: pairs.get(recipient) });
    if (admission.admitted) {
      pairs.set(recipient, admission.pair);
      taken.set(recipient, admission.pair);
      admitted.push({ candidate, references });
    } else if ('fail' in admission) {
      failures.push({ messageId, state: 'failed', problem: admission.fail });
    } else {
      context.metrics.held(admission.reason);
      postponed.push({ messageId, notBefore: admission.waitUntil, reason: admission.reason });
      if (admission.deadlineAt) later.push({ messageId, deadlineAt: admission.deadlineAt });
      if (admission.problem) waiting.push({ messageId, state: 'queued', problem: admission.problem });
    }
  }
  const spent = take(number, rule, nowMs, admitted.length);
  if (admitted.length > 0) await store.writeTokens(tx, lease.channelId, taken.set(numberItself, spent));
  if (failures.length > 0) await failMessages(store, tx, failures);
  if (postponed.length > 0) await store.postpone(tx, postponed);
  if (later.length > 0) await store.moveDeadlines(tx, later);
  if (waiting.length > 0) await publishChanges(store, tx, waiting);
  const claimed = admitted.map(({ candidate: { messageId, recipient, content } }) => ({
    messageId,
    recipient,
    mediaIds: listMediaReferences(content).map(({ mediaId }) => mediaId),
  }));
  const toPrepare = claimed.filter(({ mediaIds }) => mediaIds.length > 0);
  if (toPrepare.length > 0) {
    await store.markClaimed(
      tx,
      lease,
      toPrepare.map(({ messageId }) => messageId),
    );
  }
  const ready = admitted.filter((_, index) => claimed[index]?.mediaIds.length === 0);
  return {
    dispatched: await dispatch(context, tx, lease, ready, true),
    toPrepare,
    looked: candidates.length,
    readyAtMs: nextTurnMs(spent, rule, nowMs),
    isChannelHeld: false,
  };
}

/** What the gate says, by facts read in this transaction: a query for each kind of fact, not for each send. */
async function judgeAll(
  context: DispatchContext,
  tx: TenantTransaction,
  channel: ChannelFacts,
  candidates: readonly Candidate[],
): Promise<readonly (Judged & { readonly candidate: Candidate })[]> {
  const judged = await judgeBatch(
    context,
    tx,
    candidates.map((candidate) => subjectOf(channel, candidate)),
  );
  return judged.map((one, index) => ({ ...one, candidate: at(candidates, index) }));
}

function subjectOf(channel: ChannelFacts, candidate: Candidate) {
  const { messageId, conversationId, content, origin } = candidate;
  return {
    messageId,
    moment: 'claimed' as const,
    origin: origin ?? 'inbox',
    channel,
    conversation: { ...candidate, id: conversationId },
    content,
    unreachableSince: null,
  };
}

/** Asks deadline and gate about one send whose tokens were taken when it was claimed. */
export async function consider(
  context: DispatchContext,
  tx: TenantTransaction,
  channel: ChannelFacts,
  candidate: Candidate,
): Promise<{ readonly admission: Admission; readonly references: ProviderReferences }> {
  const { facts, verdict, references } = at(await judgeAll(context, tx, channel, [candidate]), 0);
  return { admission: admit(candidate, { now: facts.now, verdict, pair: undefined }), references };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error('Fewer facts than sends');
  return item;
}

/** Commits, with the transaction, that these may reach the provider. */
export async function dispatch(
  context: DispatchContext,
  tx: TenantTransaction,
  lease: ChannelLease,
  admitted: readonly Admitted[],
  countsAttempt: boolean,
): Promise<readonly DispatchedSend[]> {
  if (admitted.length === 0) return [];
  const sends = admitted.map(({ candidate, references }) => toSend(candidate, references));
  const attempts = sends.map(({ messageId, request }) => ({ messageId, attemptKey: request.attemptKey }));
  await context.store.insertAttempts(tx, lease.channelId, attempts, context.platform.clock.now());
  await context.store.markDispatched(tx, lease, attempts, countsAttempt);
  return sends;
}

function toSend(candidate: Candidate, references: ProviderReferences): DispatchedSend {
  return {
    messageId: candidate.messageId,
    recipient: candidate.recipient,
    request: {
      recipient: toRecipient(candidate),
      content: candidate.content,
      references,
      replyToProviderMessageId: candidate.replyToProviderMessageId,
      attemptKey: newAttemptKey(),
    },
  };
}

/** The telephone number where both are known: Meta takes it as well, and some kinds go to numbers only. */
function toRecipient({ recipientGroupId, recipientPhone, recipientUserId }: Candidate): ProviderRecipient {
  if (recipientGroupId !== null) return { groupId: recipientGroupId };
  return recipientPhone === null ? { userId: recipientUserId ?? '' } : { phone: recipientPhone };
}

/** Half a bucket at a time: fewer and fuller transactions, and the bucket never runs over meanwhile. */
function nextTurnMs(number: RateState, rule: RateRule, nowMs: number): number {
  return readyAtMs(number, rule, nowMs, Math.max(1, Math.floor(rule.capacity / 2)));
}
