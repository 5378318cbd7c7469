import type { Channel, ChannelCredentials, Problem } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import { providerOf, tokenPlace, webhookUrlOf } from '../connections.ts';
import { describeRefusal, unreachable } from '../describe-refusal.ts';
import { openEndpointSecrets } from '../endpoints.ts';
import type { ChannelsContext } from '../needs.ts';
import { ProviderCallError, type ProviderClient, type ProviderNumber } from '../port.ts';
import { type ChannelRow, findChannelRows, lockChannelRow, saveChannel } from '../store.ts';
import { findEndpointRow } from '../store-endpoints.ts';
import { getChannel } from './list-channels.ts';
import { moveChannel } from './move-channel.ts';

interface Change {
  readonly name?: string | undefined;
  readonly accessToken?: string | undefined;
}

/**
 * Renames a channel or gives it a new token. The token is tried first; once it works the channel is connected again and
 * the waiting sends go on.
 */
export async function updateChannel(
  context: ChannelsContext,
  principal: Principal,
  channelId: string,
  change: Change,
): Promise<Channel> {
  const { workspaceId } = principal;
  const { database, clock } = context.platform;
  const { row, endpoint } = await database.inTenant(workspaceId, async (tx) => {
    const [found] = await findChannelRows(tx, [channelId]);
    if (!found) throw new RenkeiError('not_found');
    return { row: found, endpoint: await findEndpointRow(tx, found.endpointId) };
  });
  const token = change.accessToken;
  let tokenExpiresAt: Date | null = null;
  if (token !== undefined && endpoint) {
    const secrets = await openEndpointSecrets(context.secretBox, endpoint.row);
    const provider = providerOf(context, row.provider);
    if (provider.capabilities.tokenSignsWebhooks) {
      // The webhooks are proved with the new token from now on: another endpoint.
      await moveWithToken(context, principal, row, provider.renew({ ...accountOf(row), ...secrets }, token));
      if (change.name === undefined) return getChannel(context, workspaceId, channelId);
    } else {
      const number = await tryToken(
        provider.connect({
          ...accountOf(row),
          accessToken: token,
          appSecret: row.provesAppSecret ? secrets.signingSecret : null,
          webhookUrl: webhookUrlOf(context.publicUrl, row.provider, row.endpointId),
        }),
      );
      tokenExpiresAt = number.tokenExpiresAt ?? null;
    }
  }
  await database.inTenant(workspaceId, async (tx) => {
    const current = await lockChannelRow(tx, channelId);
    if (!current || (token !== undefined && current.disconnectedAt)) throw new RenkeiError('not_found');
    const renamed = { ...current, name: change.name ?? current.name };
    await saveChannel(
      tx,
      token === undefined
        ? renamed
        : {
            ...asConnected(renamed, clock.now()),
            accessTokenEncrypted: await context.secretBox.seal(token, tokenPlace(current)),
            tokenExpiresAt,
          },
    );
    await context.recordAudit(tx, {
      principal,
      action: 'channel.updated',
      subjectId: channelId,
      detail: { name: change.name, accessTokenReplaced: token !== undefined },
    });
    tx.publish({ type: 'channel.updated', channelId });
    tx.wake('endpoints', current.endpointId);
    tx.wake('outbox', `${workspaceId}/${channelId}`);
  });
  return getChannel(context, workspaceId, channelId);
}

function accountOf({ phoneNumberId, wabaId, phoneNumber, providerSettings: settings }: ChannelRow) {
  return { phoneNumberId, wabaId, phoneNumber, settings };
}

async function moveWithToken(
  context: ChannelsContext,
  principal: Principal,
  { id }: ChannelRow,
  credentials: ChannelCredentials,
): Promise<void> {
  const { channel, checks } = await moveChannel(context, principal, id, credentials);
  if (channel) return;
  const failed = checks.find(({ outcome }) => outcome === 'failed');
  throw new RenkeiError('channel_token_wrong', failed ? { detail: failed.says } : {});
}

export function asConnected(row: ChannelRow, at: Date): ChannelRow {
  if (row.state === 'connected') return row;
  return { ...row, state: 'connected', stateReason: null satisfies Problem | null, stateSince: at };
}

async function tryToken(client: ProviderClient): Promise<ProviderNumber> {
  try {
    return await client.readNumber();
  } catch (error) {
    if (!(error instanceof ProviderCallError)) throw error;
    const { refusal } = error;
    if (!refusal) throw unreachable(error);
    const detail = describeRefusal(refusal);
    const code =
      refusal.code === 100 || refusal.code === 33 ? 'channel_phone_number_wrong' : 'channel_token_wrong';
    throw new RenkeiError(code, { detail, providerCode: refusal.code, cause: error });
  }
}
