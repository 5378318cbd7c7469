import type { ChannelsContext } from '../needs.ts';
import type { ProviderClient } from '../port.ts';

/** Lets other modules read what they keep of a channel, such as its templates. What fails is read again on refresh. */
export async function runReaders(
  context: ChannelsContext,
  workspaceId: string,
  channelId: string,
  wabaId: string,
  provider: ProviderClient,
): Promise<void> {
  for (const read of context.readers) {
    try {
      await read({ workspaceId, channelId, wabaId, provider });
    } catch (error) {
      context.platform.log.warn({ err: error, channelId }, 'something of a channel could not be read');
    }
  }
}
