/** All SQL over webhook_endpoints and what arrives there. */
import { named, sql, type TenantTransaction, type Transaction } from '#platform/database';

export interface EndpointRow {
  readonly workspaceId: string;
  readonly id: string;
  readonly provider: string;
  readonly appSecretEncrypted: string;
  readonly verifyTokenEncrypted: string;
}

export interface EndpointNumber {
  readonly channelId: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
}

export async function findEndpointRow(
  tx: Transaction,
  endpointId: string,
): Promise<{ readonly row: EndpointRow; readonly numbers: readonly EndpointNumber[] } | undefined> {
  const [row] = await tx.query<EndpointRow>(
    named(
      'webhook_endpoints_by_id',
      sql`
      select workspace_id as "workspaceId", id, provider, app_secret_encrypted as "appSecretEncrypted",
        verify_token_encrypted as "verifyTokenEncrypted"
      from webhook_endpoints where id = ${endpointId}`,
    ),
  );
  if (!row) return undefined;
  const numbers = await tx.query<EndpointNumber>(
    named(
      'channels_by_endpoint',
      sql`
      select id as "channelId", phone_number_id as "phoneNumberId", waba_id as "wabaId" from channels
      where workspace_id = ${row.workspaceId} and endpoint_id = ${endpointId} and disconnected_at is null`,
    ),
  );
  const former = await tx.query<EndpointNumber>(
    named(
      'former_connections_by_endpoint',
      sql`
      select channel_id as "channelId", phone_number_id as "phoneNumberId", waba_id as "wabaId"
      from former_connections where workspace_id = ${row.workspaceId} and endpoint_id = ${endpointId}`,
    ),
  );
  // Whoever is connected now wins over who was.
  return { row, numbers: [...former, ...numbers] };
}

export function listEndpointRows(tx: TenantTransaction, provider: string): Promise<readonly EndpointRow[]> {
  return tx.query<EndpointRow>(sql`
    select workspace_id as "workspaceId", id, provider, app_secret_encrypted as "appSecretEncrypted",
      verify_token_encrypted as "verifyTokenEncrypted"
    from webhook_endpoints where workspace_id = ${tx.workspaceId} and provider = ${provider} order by created_at`);
}

export async function insertEndpoint(tx: TenantTransaction, row: EndpointRow, at: Date): Promise<void> {
  await tx.execute(sql`
    insert into webhook_endpoints (workspace_id, id, provider, app_secret_encrypted, verify_token_encrypted, created_at)
    values (${tx.workspaceId}, ${row.id}, ${row.provider}, ${row.appSecretEncrypted}, ${row.verifyTokenEncrypted}, ${at})`);
}

/** Removes an endpoint that no channel uses or has used. */
export async function deleteUnusedEndpoint(tx: TenantTransaction, endpointId: string): Promise<void> {
  await tx.execute(sql`
    delete from webhook_endpoints e where workspace_id = ${tx.workspaceId} and id = ${endpointId}
      and not exists (select 1 from channels c where c.workspace_id = e.workspace_id and c.endpoint_id = e.id)
      and not exists (
        select 1 from former_connections f where f.workspace_id = e.workspace_id and f.endpoint_id = e.id)`);
}
