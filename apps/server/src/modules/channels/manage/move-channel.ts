import type { Channel, ChannelCheck, ChannelCredentials } from '@renkei/contract';
import { isUniqueViolation } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import type { ChannelsContext } from '../needs.ts';
import { findChannelRows, lockChannelRow, saveChannel } from '../store.ts';
import { saveFormerConnection } from '../store-former-connections.ts';
import { abandon, type Established, establishConnection } from './establish-connection.ts';
import { getChannel } from './list-channels.ts';
import { rowOf } from './row-of.ts';
import { runReaders } from './run-readers.ts';

interface Moved {
  /** Null: a value was wrong and nothing has changed. */
  readonly channel: Channel | null;
  readonly checks: readonly ChannelCheck[];
}

/**
 * Moves a number to another provider, or to another account of its own. It stays the same channel, so its contacts,
 * conversations and everything that waits to be sent stay with it. What it was is kept: statuses of what the old provider
 * has accepted still come in at the old endpoint and settle what was unsure, and files received there are still fetched.
 */
export async function moveChannel(
  context: ChannelsContext,
  principal: Principal,
  channelId: string,
  credentials: ChannelCredentials,
): Promise<Moved> {
  const { workspaceId } = principal;
  const current = await context.platform.database.inTenant(workspaceId, async (tx) => {
    const [row] = await findChannelRows(tx, [channelId]);
    return row;
  });
  if (!current || current.disconnectedAt) throw new RenkeiError('not_found');
  const { established, checks } = await establishConnection(context, workspaceId, credentials);
  if (!established) return { channel: null, checks };
  const { number, endpointId, account, client } = established;
  try {
    if (number.phoneNumber !== current.phoneNumber) {
      throw new RenkeiError('channel_other_number', {
        detail: {
          en: `This channel is ${current.displayPhoneNumber}; the values are those of ${number.displayPhoneNumber}.`,
          ja: `このチャネルは ${current.displayPhoneNumber} ですが、入力された値は ${number.displayPhoneNumber} のものです。`,
        },
      });
    }
    const leftEndpointId = await store(context, principal, channelId, established);
    context.endpoints.forget(leftEndpointId);
    context.endpoints.forget(endpointId);
  } catch (error) {
    await abandon(context, workspaceId, endpointId);
    if (isUniqueViolation(error, 'channels_phone_number_id')) throw new RenkeiError('channel_taken');
    throw error;
  }
  await runReaders(context, workspaceId, channelId, account.wabaId, client);
  return { channel: await getChannel(context, workspaceId, channelId), checks };
}

/** In one transaction: where it was is kept, and the next look at the channel finds where it is. */
function store(
  context: ChannelsContext,
  principal: Principal,
  channelId: string,
  established: Established,
): Promise<string> {
  const { provider, account, endpointId } = established;
  return context.platform.database.inTenant(principal.workspaceId, async (tx) => {
    const row = await lockChannelRow(tx, channelId);
    if (!row || row.disconnectedAt) throw new RenkeiError('not_found');
    const { name, createdAt } = row;
    await saveFormerConnection(tx, row, context.platform.clock.now());
    await saveChannel(tx, {
      ...(await rowOf(context, tx.workspaceId, channelId, established)),
      name,
      createdAt,
    });
    await context.recordAudit(tx, {
      principal,
      action: 'channel.moved',
      subjectId: channelId,
      detail: {
        from: { provider: row.provider, phoneNumberId: row.phoneNumberId, wabaId: row.wabaId },
        to: { provider: provider.name, phoneNumberId: account.phoneNumberId, wabaId: account.wabaId },
      },
    });
    tx.publish({ type: 'channel.updated', channelId });
    tx.wake('endpoints', endpointId);
    tx.wake('endpoints', row.endpointId);
    tx.wake('outbox', `${tx.workspaceId}/${channelId}`);
    return row.endpointId;
  });
}
