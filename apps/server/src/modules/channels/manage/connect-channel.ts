import type { Channel, ChannelCheck, ChannelCredentials } from '@renkei/contract';
import { isUniqueViolation } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Principal } from '#platform/module';
import type { ChannelsContext } from '../needs.ts';
import { findChannelByNumber, isNumberTaken, saveChannel } from '../store.ts';
import { abandon, type Established, establishConnection } from './establish-connection.ts';
import { getChannel } from './list-channels.ts';
import { rowOf } from './row-of.ts';
import { runReaders } from './run-readers.ts';

interface Connected {
  readonly channel: Channel | null;
  readonly checks: readonly ChannelCheck[];
}

/**
 * Connects a number: judges the values of its provider, makes the webhook endpoint, lets the provider try it, stores the
 * secrets encrypted and reads the templates. A value that is wrong leaves nothing behind.
 */
export async function connectChannel(
  context: ChannelsContext,
  principal: Principal,
  { name, ...credentials }: ChannelCredentials & { readonly name?: string | undefined },
): Promise<Connected> {
  const { workspaceId } = principal;
  const { established, checks } = await establishConnection(context, workspaceId, credentials);
  if (!established) return { channel: null, checks };
  const { endpointId, account, client } = established;
  try {
    if (await isTaken(context, established)) throw new RenkeiError('channel_taken');
    const channelId = await store(context, principal, name, established);
    context.endpoints.forget(endpointId);
    await runReaders(context, workspaceId, channelId, account.wabaId, client);
    return { channel: await getChannel(context, workspaceId, channelId), checks };
  } catch (error) {
    await abandon(context, workspaceId, endpointId);
    if (isUniqueViolation(error, 'channels_phone_number_id')) throw new RenkeiError('channel_taken');
    throw error;
  }
}

function isTaken(context: ChannelsContext, { provider, account }: Established): Promise<boolean> {
  return context.platform.database.inSystem((tx) => isNumberTaken(tx, provider.name, account.phoneNumberId));
}

function store(
  context: ChannelsContext,
  principal: Principal,
  name: string | undefined,
  established: Established,
): Promise<string> {
  const { provider, account, endpointId, number } = established;
  const { phoneNumberId, wabaId } = account;
  const now = context.platform.clock.now();
  return context.platform.database.inTenant(principal.workspaceId, async (tx) => {
    const former = await findChannelByNumber(tx, provider.name, phoneNumberId);
    const id = former?.id ?? newId();
    await saveChannel(tx, {
      ...(await rowOf(context, tx.workspaceId, id, established)),
      name: name ?? former?.name ?? number.verifiedName ?? number.displayPhoneNumber,
      createdAt: former?.createdAt ?? now,
    });
    await context.recordAudit(tx, {
      principal,
      action: 'channel.connected',
      subjectId: id,
      detail: { provider: provider.name, phoneNumberId, wabaId },
    });
    tx.publish({ type: 'channel.updated', channelId: id });
    tx.wake('endpoints', endpointId);
    return id;
  });
}
