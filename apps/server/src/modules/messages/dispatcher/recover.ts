import { crashPoint } from '#platform/crash-point';
import type { DispatchContext } from './context.ts';
import { becomeUnsure } from './settle.ts';
import type { ChannelLease } from './store/store-leases.ts';

/**
 * What the channel's former owner left behind when it died. Claimed sends go back to the queue: not a byte of them was
 * written. Dispatched ones become unsure and are never queued again: they may have been accepted.
 */
export function recoverChannel(
  context: Pick<DispatchContext, 'platform' | 'store' | 'log'>,
  lease: ChannelLease,
): Promise<void> {
  const { store } = context;
  return context.platform.database.inTenant(lease.workspaceId, async (tx) => {
    await store.assertLease(tx, lease);
    // Before the rows that name them, as everybody does: an answer may be written at this very moment.
    await store.lockOrphanedAttempts(tx, lease);
    const orphans = await store.lockOrphans(tx, lease);
    if (orphans.length === 0) return;
    crashPoint('dispatcher.recovering');
    const at = context.platform.clock.now();
    const claimed = orphans.filter(({ state }) => state === 'claimed');
    const dispatched = orphans.filter(({ state }) => state === 'dispatched');
    if (claimed.length > 0) {
      await store.postpone(
        tx,
        claimed.map(({ messageId }) => ({ messageId, notBefore: at, reason: 'owner_died' })),
      );
    }
    if (dispatched.length > 0) {
      const error = { outcome: 'unsure', details: 'The process died before the answer came.' };
      await store.closeAttempts(
        tx,
        dispatched.flatMap(({ attemptKey }) =>
          attemptKey === null ? [] : [{ attemptKey, state: 'unsure' as const, error }],
        ),
        at,
      );
      await becomeUnsure(
        store,
        tx,
        dispatched.map(({ messageId }) => messageId),
        at,
      );
    }
    context.log.warn(
      { channelId: lease.channelId, claimed: claimed.length, unsure: dispatched.length },
      'took over sends of a process that died',
    );
  });
}
