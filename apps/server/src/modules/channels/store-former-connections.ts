/** All SQL over former_connections. */
import { type Statement, sql, type TenantTransaction } from '#platform/database';
import type { ConnectableRow } from './store.ts';
import { deleteUnusedEndpoint } from './store-endpoints.ts';

/** Where a channel was before it moved; `id` is the channel's. */
export type FormerConnectionRow = ConnectableRow;

export function listFormerConnections(
  tx: TenantTransaction,
  channelId: string,
): Promise<readonly FormerConnectionRow[]> {
  return tx.query<FormerConnectionRow>(sql`
    select workspace_id as "workspaceId", channel_id as id, endpoint_id as "endpointId", provider,
      phone_number_id as "phoneNumberId", waba_id as "wabaId", phone_number as "phoneNumber",
      access_token_encrypted as "accessTokenEncrypted", proves_app_secret as "provesAppSecret",
      provider_settings as "providerSettings"
    from former_connections where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} order by left_at desc`);
}

/** Keeps where the channel is at the moment; a number that comes back and leaves again is kept once. */
export async function saveFormerConnection(
  tx: TenantTransaction,
  row: FormerConnectionRow,
  leftAt: Date,
): Promise<void> {
  await tx.execute(sql`
    insert into former_connections (workspace_id, channel_id, endpoint_id, provider, phone_number_id, waba_id,
      phone_number, access_token_encrypted, proves_app_secret, provider_settings, left_at)
    values (${tx.workspaceId}, ${row.id}, ${row.endpointId}, ${row.provider}, ${row.phoneNumberId}, ${row.wabaId},
      ${row.phoneNumber}, ${row.accessTokenEncrypted}, ${row.provesAppSecret},
      ${JSON.stringify(row.providerSettings)}, ${leftAt})
    on conflict (workspace_id, channel_id, endpoint_id, phone_number_id) do update set
      access_token_encrypted = excluded.access_token_encrypted, provider_settings = excluded.provider_settings,
      proves_app_secret = excluded.proves_app_secret, left_at = excluded.left_at`);
}

/** Takes away those that were left before this, and the endpoints that nothing uses any more. Gives how many. */
export async function deleteFormerConnections(
  tx: TenantTransaction,
  before: Date,
  limit: number,
): Promise<number> {
  return deleteRows(
    tx,
    sql`
    delete from former_connections where (workspace_id, channel_id, endpoint_id, phone_number_id) in (
      select workspace_id, channel_id, endpoint_id, phone_number_id from former_connections
      where workspace_id = ${tx.workspaceId} and left_at < ${before} limit ${limit})
    returning endpoint_id as "endpointId"`,
  );
}

/** Takes away all of a channel. */
export async function forgetFormerConnections(tx: TenantTransaction, channelId: string): Promise<void> {
  await deleteRows(
    tx,
    sql`
    delete from former_connections where workspace_id = ${tx.workspaceId} and channel_id = ${channelId}
    returning endpoint_id as "endpointId"`,
  );
}

async function deleteRows(tx: TenantTransaction, deletion: Statement): Promise<number> {
  const left = await tx.query<{ endpointId: string }>(deletion);
  for (const endpointId of new Set(left.map((row) => row.endpointId))) {
    await deleteUnusedEndpoint(tx, endpointId);
    tx.wake('endpoints', endpointId);
  }
  return left.length;
}
