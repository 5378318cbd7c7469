import { LeaseLost } from '../../dispatcher/store/store-leases.ts';
import type { SendStore } from '../../send-store.ts';
import { statement } from './statement.ts';

type Leases = Pick<SendStore, 'acquireLease' | 'assertLease' | 'renewLease' | 'releaseLease'>;

/** Leases count by the clock of the database, which is the true time of the simulation. */
export const memoryLeases: Leases = {
  acquireLease: (tx, channelId, owner, leaseMs) =>
    statement(tx, 'acquireLease', (rows) => {
      const { nowMs } = rows.database.scheduler;
      const held = rows.lock('leases', channelId);
      if (held && held.untilMs > nowMs) return undefined;
      const fence = String(Number(held?.fence ?? 0) + 1);
      rows.put('leases', channelId, { channelId, owner, fence, untilMs: nowMs + leaseMs });
      return { workspaceId: tx.workspaceId, channelId, owner, fence };
    }),
  assertLease: (tx, lease) =>
    statement(tx, 'assertLease', (rows) => {
      const held = rows.lock('leases', lease.channelId, 'share');
      const isOurs = held?.owner === lease.owner && held.fence === lease.fence;
      if (!isOurs || held.untilMs <= rows.database.scheduler.nowMs) {
        throw new LeaseLost(`The lease of channel ${lease.channelId} is lost`);
      }
    }),
  renewLease: (tx, lease, leaseMs) =>
    statement(tx, 'renewLease', (rows) => {
      const { nowMs } = rows.database.scheduler;
      const held = rows.lock('leases', lease.channelId);
      if (held?.owner !== lease.owner || held.fence !== lease.fence || held.untilMs <= nowMs) return false;
      rows.put('leases', lease.channelId, { ...held, untilMs: nowMs + leaseMs });
      return true;
    }),
  releaseLease: (tx, lease) =>
    statement(tx, 'releaseLease', (rows) => {
      const held = rows.lock('leases', lease.channelId);
      if (held?.fence !== lease.fence) return;
      rows.put('leases', lease.channelId, { ...held, untilMs: rows.database.scheduler.nowMs });
    }),
};
