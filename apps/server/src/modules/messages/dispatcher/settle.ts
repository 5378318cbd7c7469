import type { Problem } from '@renkei/contract';
import type { ProviderSendOutcome, RefusalScope } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import { noteRefusals } from '../outbound/note-refusals.ts';
import type { SendStore } from '../send-store.ts';
import { confirmLocked } from './confirm-attempts.ts';
import type { DispatchContext } from './context.ts';
import { type Decision, decideOutcome } from './rules/decide-outcome.ts';
import { fullRate, numberRule, type RateState, shareAt, slowDown } from './rules/rates.ts';
import type { OpenAttempt } from './store/store-outbox.ts';
import { numberItself, type RateHold } from './store/store-rates.ts';
import { failMessages, publishChanges } from './write-outcomes.ts';

/** How one attempt ended. */
export interface Answer {
  readonly attemptKey: string;
  readonly recipient: string;
  readonly outcome: ProviderSendOutcome | { readonly outcome: 'withheld' };
  /** The token it was sent with; see `markState`. */
  readonly credentialsVersion: string;
}

/**
 * Writes how attempts ended, all in one transaction. An acceptance is a fact and counts whoever brings it. Everything
 * else changes a message only while this very attempt is its open one: the attempt key is the fencing token. `isHeld`: the
 * number may not send for a while.
 */
export function settle(
  context: DispatchContext,
  workspaceId: string,
  channelId: string,
  answers: readonly Answer[],
): Promise<{ readonly isHeld: boolean }> {
  const { store } = context;
  return context.platform.database.inTenant(workspaceId, async (tx) => {
    const at = context.platform.clock.now();
    await store.lockAttempts(
      tx,
      answers.map(({ attemptKey }) => attemptKey),
    );
    const accepted = answers.flatMap(({ attemptKey, recipient, outcome }) =>
      outcome.outcome === 'accepted'
        ? [{ attemptKey, recipient, providerMessageId: outcome.providerMessageId }]
        : [],
    );
    const sent = await confirmLocked(store, tx, accepted, at);
    if (sent.length > 0) await context.mergeStoredStatuses(tx, sent);
    if (accepted.length > 0) {
      const recipients = [numberItself, ...accepted.map(({ recipient }) => recipient)];
      await store.clearStrikes(tx, channelId, recipients, at);
    }
    const others = answers.filter(({ outcome }) => outcome.outcome !== 'accepted');
    const isHeld = others.length > 0 && (await settleUnaccepted(context, tx, channelId, others, at));
    const isUsedUp = await holdUsedUp(context, tx, channelId, answers, at);
    return { isHeld: isHeld || isUsedUp };
  });
}

/** What shares an app, or an account, waits before its calls are used up: for the rest of them there is other work. */
const mostUsed = 0.95;

async function holdUsedUp(
  { channels, store }: DispatchContext,
  tx: TenantTransaction,
  channelId: string,
  answers: readonly Answer[],
  at: Date,
): Promise<boolean> {
  const usages = answers.flatMap(({ outcome }) => ('usage' in outcome ? (outcome.usage ?? []) : []));
  const [worst] = usages.filter(({ share }) => share >= mostUsed).toSorted((a, b) => b.share - a.share);
  if (!worst) return false;
  const sharing = await channels.listSharing(tx, channelId, worst.scope);
  const untilMs = at.getTime() + worst.regainMs;
  const hold = { recipient: numberItself, untilMs, share: null };
  await store.holdRates(
    tx,
    sharing.map((id) => ({ ...hold, channelId: id })),
    at,
  );
  return true;
}

interface Settled {
  readonly row: OpenAttempt;
  readonly answer: Answer;
  readonly decision: Decision;
}

async function settleUnaccepted(
  context: DispatchContext,
  tx: TenantTransaction,
  channelId: string,
  answers: readonly Answer[],
  at: Date,
): Promise<boolean> {
  const { store } = context;
  const keys = answers.map(({ attemptKey }) => attemptKey);
  const rows = new Map((await store.lockOpenAttempts(tx, keys)).map((row) => [row.attemptKey, row]));
  const rates = await store.readRates(tx, channelId, [
    numberItself,
    ...[...rows.values()].map(({ recipient }) => recipient),
  ]);
  const settled = answers.flatMap((answer): Settled[] => {
    const row = rows.get(answer.attemptKey);
    const { outcome } = answer;
    if (!row || outcome.outcome === 'accepted') return [];
    const decision = decideOutcome(outcome, {
      nowMs: at.getTime(),
      attempts: row.attempts,
      pairStrikes: strikesOf(rates.get(row.recipient)),
      numberStrikes: strikesOf(rates.get(numberItself)),
      chance: context.settings.chance(),
    });
    return [{ row, answer, decision }];
  });
  if (settled.length === 0) return false;
  await store.closeAttempts(
    tx,
    settled.map(({ answer: { attemptKey, outcome } }) => ({
      attemptKey,
      state: outcome.outcome === 'unsure' ? 'unsure' : 'rejected',
      error: outcome,
    })),
    at,
  );
  await writeMessages(store, tx, settled, at);
  await noteRefusals(context, tx, settled.flatMap(refusalOf), at);
  await writeHolds(context, tx, channelId, { settled, number: rates.get(numberItself), at });
  return settled.some(({ decision: { holdNumber, channel } }) => holdNumber ?? channel);
}

function refusalOf({ row: { messageId }, answer: { outcome } }: Settled) {
  return outcome.outcome === 'rejected' ? [{ messageId, providerCode: outcome.refusal.code }] : [];
}

async function writeMessages(
  store: SendStore,
  tx: TenantTransaction,
  settled: readonly Settled[],
  at: Date,
): Promise<void> {
  const failed = settled.flatMap(({ row: { messageId }, decision: { message } }) =>
    message.to === 'failed' ? [{ messageId, state: message.to, problem: message.problem }] : [],
  );
  const queued = settled.flatMap(({ row: { messageId }, decision: { message } }) =>
    message.to === 'queued' ? [{ messageId, ...message }] : [],
  );
  const unsure = settled.flatMap(({ row: { messageId }, decision: { message } }) =>
    message.to === 'unsure' ? [messageId] : [],
  );
  if (failed.length > 0) {
    await failMessages(store, tx, failed);
    await store.deleteStarts(
      tx,
      failed.map(({ messageId }) => messageId),
    );
  }
  if (queued.length > 0) {
    await store.postpone(
      tx,
      queued.map(({ messageId, notBeforeMs, reason }) => ({
        messageId,
        notBefore: new Date(notBeforeMs),
        reason,
      })),
    );
    const explained = queued.map(({ messageId, problem }) => ({
      messageId,
      state: 'queued' as const,
      problem,
    }));
    await publishChanges(store, tx, explained);
  }
  if (unsure.length > 0) await becomeUnsure(store, tx, unsure, at);
}

/** Nobody knows whether the provider has these; they are never queued again by themselves. */
export async function becomeUnsure(
  store: SendStore,
  tx: TenantTransaction,
  messageIds: readonly string[],
  at: Date,
): Promise<void> {
  await store.markUnsure(tx, messageIds, at);
  const problem: Problem | null = null;
  await publishChanges(
    store,
    tx,
    messageIds.map((messageId) => ({ messageId, state: 'unsure', problem })),
  );
}

interface Held {
  readonly settled: readonly Settled[];
  /** Of the number, before. */
  readonly number: RateState | undefined;
  readonly at: Date;
}

async function writeHolds(
  context: DispatchContext,
  tx: TenantTransaction,
  channelId: string,
  { settled, number, at }: Held,
): Promise<void> {
  const holds = new Map<string, RateHold>();
  const sharing = new Map<RefusalScope, readonly string[]>();
  for (const { row, answer, decision } of settled) {
    const { holdPairUntilMs, holdNumber, channel } = decision;
    if (holdPairUntilMs !== undefined) {
      const { recipient } = row;
      holds.set(`${channelId}/${recipient}`, { channelId, recipient, untilMs: holdPairUntilMs, share: null });
    }
    if (holdNumber) {
      const { untilMs, scope, slows } = holdNumber;
      if (scope !== 'number' && !sharing.has(scope)) {
        sharing.set(scope, await context.channels.listSharing(tx, channelId, scope));
      }
      for (const id of new Set([channelId, ...(sharing.get(scope) ?? [])])) {
        const share = slows && id === channelId ? slowerShare(number, at.getTime()) : null;
        holds.set(`${id}/`, { channelId: id, recipient: numberItself, untilMs, share });
      }
    }
    if (channel) {
      const { state, problem } = channel;
      await context.channels.markState(tx, channelId, state, problem, answer.credentialsVersion);
    }
    count(context, answer.outcome);
  }
  if (holds.size > 0) await context.store.holdRates(tx, [...holds.values()], at);
}

function slowerShare(number: RateState | undefined, nowMs: number): number {
  return shareAt(slowDown(number ?? fullRate(numberRule(1), nowMs), nowMs), nowMs);
}

function count(context: DispatchContext, outcome: Answer['outcome']): void {
  if (outcome.outcome === 'rejected') context.metrics.providerError(outcome.refusal.code);
}

function strikesOf(rate: RateState | undefined): number {
  return rate?.strikes ?? 0;
}
