import { crashPoint } from '#platform/crash-point';
import type { TenantTransaction } from '#platform/database';
import { createProblem } from '#platform/errors';
import { loadChannel } from '../outbound/gate-facts.ts';
import { campaignPriority } from '../outbound/priorities.ts';
import type { DispatchContext } from './context.ts';
import { portfolioIdOf } from './portfolio-book.ts';
import { describeExpiry, presentDeadline } from './rules/admit.ts';
import { readMessagingLimit } from './rules/portfolio.ts';
import { pairFullAfterMs } from './rules/rates.ts';
import { judgeSilence, neededSends, type Silence, silenceAfterMs } from './rules/settle-silence.ts';
import { waitBehindMs } from './store/store-candidates.ts';
import type { ChannelLease } from './store/store-leases.ts';
import type { UnsureRow } from './store/store-outbox.ts';
import { failMessages, publishChanges } from './write-outcomes.ts';

const sweepLimit = 200;

/**
 * What time alone decides: sends that are too late, also on a channel that is held, unsure ones that stay silent, and what
 * nobody waits for any longer.
 */
export async function sweepChannel(context: DispatchContext, lease: ChannelLease): Promise<void> {
  await expireOverdue(context, lease);
  await giveUpSilent(context, lease);
  await letGo(context, lease);
}

/** Nobody waits behind another for longer than 20 s, nor for the messaging limit once there is room. */
function letGo(context: DispatchContext, lease: ChannelLease): Promise<void> {
  const { platform, store } = context;
  return platform.database.inTenant(lease.workspaceId, async (tx) => {
    await store.assertLease(tx, lease);
    await store.endWaiting(tx, lease.channelId, new Date(platform.clock.now().getTime() - waitBehindMs));
    const channel = await loadChannel(context, tx, lease.channelId);
    const limit = readMessagingLimit(channel.messagingLimit);
    await store.releasePromised(tx, portfolioIdOf(channel), lease.channelId, limit);
  });
}

/** What need not be looked at so often: rates that say nothing any more, and marks that older code left behind. */
export function tidyChannel({ platform, store }: DispatchContext, lease: ChannelLease): Promise<void> {
  return platform.database.inTenant(lease.workspaceId, async (tx) => {
    await store.assertLease(tx, lease);
    const fullSince = new Date(platform.clock.now().getTime() - pairFullAfterMs);
    await store.forgetFullPairs(tx, lease.channelId, fullSince);
    await store.releaseForgotten(tx, lease.channelId);
  });
}

function expireOverdue(context: DispatchContext, lease: ChannelLease): Promise<void> {
  const { store } = context;
  return context.platform.database.inTenant(lease.workspaceId, async (tx) => {
    await store.assertLease(tx, lease);
    const now = context.platform.clock.now();
    const overdue = await store.lockOverdueCandidates(tx, lease.channelId, now, sweepLimit);
    const judged = overdue.map((candidate) => ({ candidate, deadlineAt: presentDeadline(candidate) }));
    const reprieved = judged.filter(({ deadlineAt }) => deadlineAt > now);
    const expired = judged.filter(({ deadlineAt }) => deadlineAt <= now);
    if (reprieved.length > 0) {
      await store.moveDeadlines(
        tx,
        reprieved.map(({ candidate, deadlineAt }) => ({ messageId: candidate.messageId, deadlineAt })),
      );
    }
    if (expired.length > 0) {
      await failMessages(
        store,
        tx,
        expired.map(({ candidate, deadlineAt }) => ({
          messageId: candidate.messageId,
          state: 'failed',
          problem: describeExpiry(candidate, deadlineAt),
        })),
      );
    }
  });
}

async function giveUpSilent(context: DispatchContext, lease: ChannelLease): Promise<void> {
  const { store } = context;
  const intakeLagMs = await context.intakeLagMs();
  await context.platform.database.inTenant(lease.workspaceId, async (tx) => {
    await store.assertLease(tx, lease);
    const nowMs = context.platform.clock.now().getTime();
    const earliest = new Date(nowMs - silenceAfterMs(0));
    const rows = await store.lockUnsure(tx, lease.channelId, earliest, sweepLimit);
    const silent: SilentRow[] = [];
    for (const row of rows) {
      const { attemptKey, priority, unsureSince } = row;
      const later = await store.countLaterSends(tx, lease.channelId, attemptKey, neededSends);
      const silence = judgeSilence({
        nowMs,
        unsureSinceMs: unsureSince.getTime(),
        priority,
        laterSends: later.sends,
        laterSendsWithStatus: later.withStatus,
        intakeLagMs,
      });
      if (silence !== 'short') silent.push({ ...row, silence });
    }
    if (silent.length === 0) return;
    crashPoint('dispatcher.sweeping');
    const again = await chooseAgain(context, tx, lease, silent);
    await requeue(context, tx, again);
    const problem = createProblem('send_unconfirmed');
    const givenUp = silent.filter((row) => !again.includes(row));
    if (givenUp.length === 0) return;
    context.metrics.unconfirmed(givenUp.length);
    await failMessages(
      store,
      tx,
      givenUp.map(({ messageId }) => ({ messageId, state: 'unconfirmed', problem })),
    );
  });
}

type SilentRow = UnsureRow & { readonly silence: Exclude<Silence, 'short'> };

/**
 * Campaign messages of a number whose people have switched on that these are sent once more by themselves: only when their
 * silence means something, for a number whose webhooks do not arrive would send everything twice, and so would a system that
 * was restored: the statuses went to the one before it.
 */
async function chooseAgain(
  { store }: DispatchContext,
  tx: TenantTransaction,
  { channelId }: ChannelLease,
  silent: readonly SilentRow[],
): Promise<readonly SilentRow[]> {
  const able = silent.filter(
    ({ priority, unsureAttempts, isRestored, silence }) =>
      priority >= campaignPriority && unsureAttempts === 1 && !isRestored && silence === 'meaningful',
  );
  if (able.length === 0) return [];
  const { requeuesUnconfirmed } = await store.readNumberSettings(tx, channelId);
  return requeuesUnconfirmed ? able : [];
}

/** Audited one by one, as when a person does it. */
async function requeue(
  { platform, store, recordAudit }: DispatchContext,
  tx: TenantTransaction,
  rows: readonly UnsureRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const notBefore = platform.clock.now();
  await store.postpone(
    tx,
    rows.map(({ messageId }) => ({ messageId, notBefore, reason: 'requeued' })),
  );
  await publishChanges(
    store,
    tx,
    rows.map(({ messageId }) => ({ messageId, state: 'queued', problem: null })),
  );
  for (const { messageId } of rows) {
    const detail = { formerState: 'unconfirmed', policy: 'requeue_unconfirmed' };
    await recordAudit(tx, { principal: null, action: 'message.resent', subjectId: messageId, detail });
  }
}
