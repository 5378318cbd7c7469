/** All SQL over channel_leases. Times are the database's own: several processes compare them. */
import { named, sql, type TenantTransaction } from '#platform/database';

export interface ChannelLease {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly owner: string;
  /** Grows with every new owner; a claim that carries an older one is not this owner's. */
  readonly fence: string;
}

/** The lease, or undefined while somebody else holds it or the whole system is held. */
export async function acquireLease(
  tx: TenantTransaction,
  channelId: string,
  owner: string,
  leaseMs: number,
): Promise<ChannelLease | undefined> {
  const [row] = await tx.query<{ fence: string }>(
    named(
      'channel_leases_acquire',
      sql`
      insert into channel_leases as held (workspace_id, channel_id, owner, fence, lease_until)
      select ${tx.workspaceId}, ${channelId}, ${owner}, 1, clock_timestamp() + make_interval(secs => ${leaseMs / 1000})
      where not renkei_is_held()
      on conflict (workspace_id, channel_id) do update set
        owner = excluded.owner, fence = held.fence + 1, lease_until = excluded.lease_until
      where held.lease_until <= clock_timestamp()
      returning fence`,
    ),
  );
  return row && { workspaceId: tx.workspaceId, channelId, owner, fence: row.fence };
}

/** False: the lease is lost. */
export async function renewLease(
  tx: TenantTransaction,
  lease: ChannelLease,
  leaseMs: number,
): Promise<boolean> {
  const renewed = await tx.execute(
    named(
      'channel_leases_renew',
      sql`
      update channel_leases set lease_until = clock_timestamp() + make_interval(secs => ${leaseMs / 1000})
      where workspace_id = ${tx.workspaceId} and channel_id = ${lease.channelId} and owner = ${lease.owner}
        and fence = ${lease.fence} and lease_until > clock_timestamp()`,
    ),
  );
  return renewed > 0;
}

/** Lets the next owner take over at once. */
export async function releaseLease(tx: TenantTransaction, lease: ChannelLease): Promise<void> {
  await tx.execute(
    sql`update channel_leases set lease_until = clock_timestamp()
        where workspace_id = ${tx.workspaceId} and channel_id = ${lease.channelId} and fence = ${lease.fence}`,
  );
}

/** Our lease was lost: whatever this process still wanted to write for the channel is not its business any more. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/**
 * Holds the lease's row to the end of the transaction: nobody can take over between this check and our commit. A hold on
 * the whole system ends every lease. Throws `LeaseLost`.
 */
export async function assertLease(tx: TenantTransaction, lease: ChannelLease): Promise<void> {
  const rows = await tx.query(
    named(
      'channel_leases_assert',
      sql`
      select 1 from channel_leases
      where workspace_id = ${tx.workspaceId} and channel_id = ${lease.channelId} and owner = ${lease.owner}
        and fence = ${lease.fence} and lease_until > clock_timestamp() and not renkei_is_held() for share`,
    ),
  );
  if (rows.length === 0) throw new LeaseLost(`The lease of channel ${lease.channelId} is lost`);
}
