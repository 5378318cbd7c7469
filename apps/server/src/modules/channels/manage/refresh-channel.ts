import type { Channel } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import type { Connections } from '../connections.ts';
import { unreachable } from '../describe-refusal.ts';
import { markState } from '../mark-state.ts';
import type { ChannelsContext } from '../needs.ts';
import { ProviderCallError, type ProviderNumber } from '../port.ts';
import { describeChannelRefusal } from '../refusals.ts';
import { lockChannelRow, saveChannel } from '../store.ts';
import { getChannel } from './list-channels.ts';
import { runReaders } from './run-readers.ts';
import { asConnected } from './update-channel.ts';

/**
 * Reads number, limits and templates again. A number that answers counts as connected again: whether it may send is
 * found out by the next waiting message, and one more refusal only brings the state back.
 */
export async function refreshChannel(
  context: ChannelsContext,
  connections: Connections,
  principal: Principal,
  channelId: string,
): Promise<Channel> {
  const { workspaceId } = principal;
  const connection = await connections.open(workspaceId, channelId);
  try {
    const number = await connection.provider.readNumber();
    await saveNumber(context, principal, channelId, number);
    await runReaders(context, workspaceId, channelId, connection.wabaId, connection.provider);
  } catch (error) {
    if (!(error instanceof ProviderCallError)) throw error;
    if (!error.refusal) throw unreachable(error);
    const { state, problem } = describeChannelRefusal(error.refusal);
    await context.platform.database.inTenant(workspaceId, (tx) =>
      markState(context.platform, tx, channelId, state, problem, connection.credentialsVersion),
    );
  }
  return getChannel(context, workspaceId, channelId);
}

function saveNumber(
  context: ChannelsContext,
  principal: Principal,
  channelId: string,
  number: ProviderNumber,
): Promise<void> {
  return context.platform.database.inTenant(principal.workspaceId, async (tx) => {
    const row = await lockChannelRow(tx, channelId);
    if (!row || row.disconnectedAt) throw new RenkeiError('not_found');
    await saveChannel(tx, {
      ...asConnected(row, context.platform.clock.now()),
      displayPhoneNumber: number.displayPhoneNumber,
      phoneNumber: number.phoneNumber,
      qualityRating: number.qualityRating,
      messagesPerSecond: number.messagesPerSecond,
      onBusinessApp: number.onBusinessApp,
      messagingLimit: number.messagingLimit ?? row.messagingLimit,
      portfolioId: number.portfolioId ?? row.portfolioId,
      tokenExpiresAt: number.tokenExpiresAt === undefined ? row.tokenExpiresAt : number.tokenExpiresAt,
    });
    await context.recordAudit(tx, {
      principal,
      action: 'channel.refreshed',
      subjectId: channelId,
      detail: {},
    });
    tx.publish({ type: 'channel.updated', channelId });
    tx.wake('outbox', `${tx.workspaceId}/${channelId}`);
  });
}
