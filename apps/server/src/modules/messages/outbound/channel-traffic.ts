import type { ChannelTraffic } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import { readTraffic } from './store-outbound.ts';

/** What Settings → Channels shows of a number's traffic. */
export async function channelTraffic(
  tx: TenantTransaction,
  channelIds: readonly string[],
): Promise<ReadonlyMap<string, ChannelTraffic>> {
  const rows = await readTraffic(tx, channelIds);
  return new Map(
    rows.map(({ channelId, queuedCount, lastInboundAt }) => [channelId, { queuedCount, lastInboundAt }]),
  );
}
