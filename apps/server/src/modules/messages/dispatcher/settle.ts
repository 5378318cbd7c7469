import type { Problem } from '@renkei/contract';
import type { ProviderSendOutcome } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import type { SendStore } from '../send-store.ts';
import { confirmAttempts } from './confirm-attempts.ts';
import { noteRefusals } from '../outbound/note-refusals.ts';
import type { DispatchContext } from './context.ts';
import { type Decision, decideOutcome, type Unaccepted } from './rules/decide-outcome.ts';
import type { RateState } from './rules/rates.ts';
import type { OpenAttempt } from './store/store-outbox.ts';
import { numberItself } from './store/store-rates.ts';
import { failMessages, publishChanges } from './write-outcomes.ts';

/** How one attempt ended. */
export interface Answer {
  readonly attemptKey: string;
  readonly recipient: string;
  readonly outcome: ProviderSendOutcome;
  /** The token it was sent with; see `markState`. */
  readonly credentialsVersion: string;
}

/**
 * Writes how attempts ended, all in one transaction. An acceptance is a fact and counts whoever brings it. Everything
 * else changes a message only while this very attempt is its open one: the attempt key is the fencing token.
 */
export function settle(
  context: DispatchContext,
  workspaceId: string,
  channelId: string,
  answers: readonly Answer[],
): Promise<void> {
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
    const sent = await confirmAttempts(store, tx, accepted, at);
    if (sent.length > 0) await context.mergeStoredStatuses(tx, sent);
    if (accepted.length > 0) {
      const recipients = [numberItself, ...accepted.map(({ recipient }) => recipient)];
      await store.clearStrikes(tx, channelId, recipients, at);
    }
    const others = answers.filter(({ outcome }) => outcome.outcome !== 'accepted');
    if (others.length > 0) await settleUnaccepted(context, tx, channelId, others, at);
  });
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
): Promise<void> {
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
  if (settled.length === 0) return;
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
  await writeHolds(context, tx, channelId, settled, at);
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
  if (failed.length > 0) await failMessages(store, tx, failed);
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

async function writeHolds(
  context: DispatchContext,
  tx: TenantTransaction,
  channelId: string,
  settled: readonly Settled[],
  at: Date,
): Promise<void> {
  const { store } = context;
  for (const { row, answer, decision } of settled) {
    const { holdPairUntilMs, holdNumberUntilMs, channel } = decision;
    if (holdPairUntilMs !== undefined)
      await store.holdRate(tx, channelId, row.recipient, holdPairUntilMs, at);
    if (holdNumberUntilMs !== undefined)
      await store.holdRate(tx, channelId, numberItself, holdNumberUntilMs, at);
    if (channel) {
      await context.channels.markState(
        tx,
        channelId,
        channel.state,
        channel.problem,
        answer.credentialsVersion,
      );
    }
    count(context, answer.outcome);
  }
}

function count(context: DispatchContext, outcome: Unaccepted | ProviderSendOutcome): void {
  if (outcome.outcome === 'rejected') context.metrics.providerError(outcome.refusal.code);
}

function strikesOf(rate: RateState | undefined): number {
  return rate?.strikes ?? 0;
}
