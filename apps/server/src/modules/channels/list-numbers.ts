import type { TenantTransaction } from '#platform/database';
import type { ChannelFacts, Channels } from './module.ts';
import { listChannelRows } from './store.ts';

export interface ListedChannel extends ChannelFacts {
  readonly stateSince: Date;
}

/** Every number of the workspace, the oldest first; disconnected ones included. */
export async function listNumbers(
  { viewFacts }: Pick<Channels, 'viewFacts'>,
  tx: TenantTransaction,
): Promise<readonly ListedChannel[]> {
  const rows = await listChannelRows(tx);
  const facts = await viewFacts(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, stateSince }) => {
    const known = facts.get(id);
    return known ? [{ ...known, stateSince }] : [];
  });
}
