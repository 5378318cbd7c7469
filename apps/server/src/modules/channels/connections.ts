import { LRUCache } from 'lru-cache';
import { RenkeiError } from '#platform/errors';
import { openEndpointSecrets } from './endpoints.ts';
import type { ChannelsContext } from './needs.ts';
import type { Provider, ProviderClient } from './port.ts';
import { type ChannelRow, type ConnectableRow, findChannelRows } from './store.ts';
import { type EndpointRow, findEndpointRow } from './store-endpoints.ts';
import { listFormerConnections } from './store-former-connections.ts';

/** A number and the way to its provider. */
export interface ChannelConnection {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  /** Digits only. */
  readonly phoneNumber: string;
  readonly provider: ProviderClient;
  /** Changes with the access token; see `markState`. */
  readonly credentialsVersion: string;
  /** Which number at which provider: ids of files and templates count there only. */
  readonly place: string;
}

export interface Connections {
  /** Throws `not_found`, or `channel_not_sending` for a disconnected number. */
  open(workspaceId: string, channelId: string): Promise<ChannelConnection>;
  /** Where the number was before it moved, latest first. */
  openFormer(workspaceId: string, channelId: string): Promise<readonly ProviderClient[]>;
}

/**
 * The row is read each time, so a new token counts at once; only opening the secret is spared while the sealed token
 * stays the same.
 */
export function createConnections(context: ChannelsContext): Connections {
  const known = new LRUCache<string, ChannelConnection>({ max: 2_000 });
  return {
    async open(workspaceId, channelId) {
      const { row, endpoint } = await context.platform.database.inTenant(workspaceId, async (tx) => {
        const [found] = await findChannelRows(tx, [channelId]);
        const isKnown = known.get(channelId)?.credentialsVersion === found?.accessTokenEncrypted;
        return {
          row: found,
          endpoint: found && !isKnown ? await findEndpointRow(tx, found.endpointId) : undefined,
        };
      });
      if (!row) throw new RenkeiError('not_found');
      if (row.disconnectedAt) throw new RenkeiError('channel_not_sending');
      const cached = known.get(channelId);
      if (cached && cached.credentialsVersion === row.accessTokenEncrypted) return cached;
      if (!endpoint) throw new Error(`Channel ${channelId} has no webhook endpoint`);
      const connection = Object.freeze({
        workspaceId,
        channelId,
        phoneNumberId: row.phoneNumberId,
        wabaId: row.wabaId,
        phoneNumber: row.phoneNumber,
        provider: await connectRow(context, row, endpoint.row),
        credentialsVersion: row.accessTokenEncrypted,
        place: placeOf(row),
      });
      known.set(channelId, connection);
      return connection;
    },

    async openFormer(workspaceId, channelId) {
      const rows = await context.platform.database.inTenant(workspaceId, async (tx) => {
        const former = await listFormerConnections(tx, channelId);
        return Promise.all(
          former.map(async (row) => ({ row, endpoint: await findEndpointRow(tx, row.endpointId) })),
        );
      });
      return Promise.all(
        rows.flatMap(({ row, endpoint }) => (endpoint ? [connectRow(context, row, endpoint.row)] : [])),
      );
    },
  };
}

export function placeOf({ provider, phoneNumberId }: Pick<ChannelRow, 'provider' | 'phoneNumberId'>): string {
  return `${provider}/${phoneNumberId}`;
}

async function connectRow(
  context: ChannelsContext,
  row: ConnectableRow,
  endpoint: EndpointRow,
): Promise<ProviderClient> {
  const { phoneNumberId, wabaId, phoneNumber, providerSettings: settings } = row;
  return providerOf(context, row.provider).connect({
    accessToken: await context.secretBox.open(row.accessTokenEncrypted, tokenPlace(row)),
    appSecret: row.provesAppSecret
      ? (await openEndpointSecrets(context.secretBox, endpoint)).signingSecret
      : null,
    phoneNumberId,
    wabaId,
    phoneNumber,
    settings,
    webhookUrl: webhookUrlOf(context.publicUrl, row.provider, row.endpointId),
  });
}

export function webhookUrlOf(publicUrl: string, provider: string, endpointId: string): string {
  return `${publicUrl}/webhooks/${provider}/${endpointId}`;
}

export function providerOf(context: Pick<ChannelsContext, 'providers'>, name: string): Provider {
  const provider = context.providers.get(name);
  if (!provider) throw new Error(`No provider is called ${name}`);
  return provider;
}

/** Where an access token belongs: it opens nowhere else. */
export function tokenPlace(row: { readonly workspaceId: string; readonly id: string }) {
  return { workspaceId: row.workspaceId, rowId: row.id, column: 'access_token_encrypted' };
}
