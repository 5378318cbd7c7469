import { crashPoint } from '#platform/crash-point';
import { createProblem } from '#platform/errors';
import type { DispatchContext } from './context.ts';
import { describeExpiry, presentDeadline } from './rules/admit.ts';
import { isSilenceMeaningful, neededSends, silenceAfterMs } from './rules/settle-silence.ts';
import type { ChannelLease } from './store/store-leases.ts';
import { failMessages } from './write-outcomes.ts';

const sweepLimit = 200;

/** What time alone decides: sends that are too late, also on a channel that is held, and unsure ones that stay silent. */
export async function sweepChannel(context: DispatchContext, lease: ChannelLease): Promise<void> {
  await expireOverdue(context, lease);
  await giveUpSilent(context, lease);
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
    const rows = await store.lockUnsure(tx, lease.channelId, new Date(nowMs - silenceAfterMs), sweepLimit);
    const silent: string[] = [];
    for (const { messageId, attemptKey, unsureSince } of rows) {
      const later = await store.countLaterSends(tx, lease.channelId, attemptKey, neededSends);
      const facts = {
        nowMs,
        unsureSinceMs: unsureSince.getTime(),
        laterSends: later.sends,
        laterSendsWithStatus: later.withStatus,
        intakeLagMs,
      };
      if (isSilenceMeaningful(facts)) silent.push(messageId);
    }
    if (silent.length === 0) return;
    crashPoint('dispatcher.sweeping');
    const problem = createProblem('send_unconfirmed');
    await failMessages(
      store,
      tx,
      silent.map((messageId) => ({ messageId, state: 'unconfirmed', problem })),
    );
  });
}
