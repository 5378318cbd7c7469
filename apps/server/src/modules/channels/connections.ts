import { LRUCache } from 'lru-cache';
import { RenkeiError } from '#platform/errors';
import { openEndpointSecrets } from './endpoints.ts';
import type { ChannelsContext } from './needs.ts';
import type { Provider, ProviderClient } from './port.ts';
import { type ChannelRow, findChannelRows } from './store.ts';
import { findEndpointRow } from './store-endpoints.ts';

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
}

export interface Connections {
  /** Throws `not_found`, or `channel_not_sending` for a disconnected number. */
  open(workspaceId: string, channelId: string): Promise<ChannelConnection>;
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
      const appSecret = row.provesAppSecret
        ? (await openEndpointSecrets(context.secretBox, endpoint.row)).appSecret
        : null;
      const connection = await connectRow(context, row, appSecret);
      known.set(channelId, connection);
      return connection;
    },
  };
}

async function connectRow(
  context: ChannelsContext,
  row: ChannelRow,
  appSecret: string | null,
): Promise<ChannelConnection> {
  const accessToken = await context.secretBox.open(row.accessTokenEncrypted, tokenPlace(row));
  const { phoneNumberId, wabaId, phoneNumber } = row;
  return Object.freeze({
    workspaceId: row.workspaceId,
    channelId: row.id,
    phoneNumberId,
    wabaId,
    phoneNumber,
    provider: providerOf(context, row.provider).connect({
      accessToken,
      appSecret,
      phoneNumberId,
      wabaId,
    }),
    credentialsVersion: row.accessTokenEncrypted,
  });
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
