import type { Channel } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { ChannelsContext } from '../needs.ts';
import { findChannelRows, listChannelRows } from '../store.ts';
import { viewChannels } from './view-channels.ts';

/** All channels of a workspace; disconnected ones stay listed because their conversations do. */
export function listChannels(context: ChannelsContext, workspaceId: string): Promise<readonly Channel[]> {
  return context.platform.database.inTenant(workspaceId, async (tx) =>
    viewChannels(context, tx, await listChannelRows(tx)),
  );
}

export function getChannel(
  context: ChannelsContext,
  workspaceId: string,
  channelId: string,
): Promise<Channel> {
  return context.platform.database.inTenant(workspaceId, async (tx) => {
    const [channel] = await viewChannels(context, tx, await findChannelRows(tx, [channelId]));
    if (!channel) throw new RenkeiError('not_found');
    return channel;
  });
}
