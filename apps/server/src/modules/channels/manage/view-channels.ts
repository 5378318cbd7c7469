import type { Channel, ChannelCapabilities } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { providerOf, webhookUrlOf } from '../connections.ts';
import type { ChannelsContext } from '../needs.ts';
import { kindsNotOnBusinessApp, type ProviderCapabilities } from '../port.ts';
import type { ChannelRow } from '../store.ts';

/** Channels as the API shows them: never a secret. */
export async function viewChannels(
  context: ChannelsContext,
  tx: TenantTransaction,
  rows: readonly ChannelRow[],
): Promise<readonly Channel[]> {
  const traffic = await context.traffic(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    provider: providerOf(context, row.provider).name,
    name: row.name,
    displayPhoneNumber: row.displayPhoneNumber,
    phoneNumberId: row.phoneNumberId,
    wabaId: row.wabaId,
    state: row.state,
    problem: row.stateReason,
    stateSince: row.stateSince.toISOString(),
    qualityRating: row.qualityRating,
    messagingLimit: row.messagingLimit,
    nameStatus: row.nameStatus,
    messagesPerSecond: row.messagesPerSecond,
    onBusinessApp: row.onBusinessApp,
    queuedCount: traffic.get(row.id)?.queuedCount ?? 0,
    capabilities: viewCapabilities(providerOf(context, row.provider).capabilities, row.onBusinessApp),
    webhookUrl: webhookUrlOf(context.publicUrl, row.provider, row.endpointId),
    lastInboundAt: traffic.get(row.id)?.lastInboundAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
}

function viewCapabilities(
  { kinds, quotes, markRead, typing, library }: ProviderCapabilities,
  onBusinessApp: boolean,
): ChannelCapabilities {
  const missing: readonly string[] = onBusinessApp ? kindsNotOnBusinessApp : [];
  return {
    kinds: kinds.filter((kind) => !missing.includes(kind)),
    quotes,
    readReceipts: markRead,
    typing,
    library,
  };
}
