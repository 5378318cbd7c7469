import type { Connections } from './connections.ts';
import { ProviderCallError, type ProviderClient } from './port.ts';

export interface ChannelFiles
  extends Pick<ProviderClient, 'fetchMedia' | 'uploadMedia' | 'uploadHeaderSample'> {
  /** See `ChannelConnection`. */
  readonly place: string;
}

/** Files of a channel. What its provider does not know may have been received before the number moved. */
export async function openFiles(
  connections: Connections,
  workspaceId: string,
  channelId: string,
): Promise<ChannelFiles> {
  const { provider, place } = await connections.open(workspaceId, channelId);
  return {
    place,
    uploadMedia: (file) => provider.uploadMedia(file),
    uploadHeaderSample: (file) => provider.uploadHeaderSample(file),
    async fetchMedia(providerMediaId) {
      try {
        return await provider.fetchMedia(providerMediaId);
      } catch (error) {
        if (!(error instanceof ProviderCallError)) throw error;
        const former = await connections.openFormer(workspaceId, channelId);
        return await fetchFromFirst(former, providerMediaId, error);
      }
    },
  };
}

async function fetchFromFirst(
  clients: readonly ProviderClient[],
  providerMediaId: string,
  firstError: ProviderCallError,
) {
  for (const client of clients) {
    try {
      return await client.fetchMedia(providerMediaId);
    } catch (error) {
      if (!(error instanceof ProviderCallError)) throw error;
    }
  }
  throw firstError;
}
