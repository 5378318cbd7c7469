import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { createHoldReader } from '#platform/hold';
import type { Worker } from '#platform/module';
import type { OutboundContext } from './needs.ts';

export interface ReadReceipts {
  /** Tells the customer in the background; never throws, never waits. */
  markRead(workspaceId: string, channelId: string, providerMessageId: string): void;
  showTyping(workspaceId: string, channelId: string, providerMessageId: string): void;
  readonly worker: Worker;
}

const retryDelaysMs = [1_000, 5_000, 25_000] as const;
/** Meta shows the typing indicator for 25 s; asking more often changes nothing. (Meta, "Typing indicators") */
const typingEveryMs = 15_000;
/** Courtesies that wait at once; more than this means that the provider is away, and old courtesies are worth little. */
const mostUnderWay = 500;

/** Read receipts and typing indicators: a courtesy that may be lost, so it is never queued in the database. */
export function createReadReceipts({ channels, platform }: OutboundContext): ReadReceipts {
  const marked = new LRUCache<string, true>({ max: 10_000 });
  const typing = new LRUCache<string, true>({ max: 10_000, ttl: typingEveryMs });
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const hold = createHoldReader(platform);

  async function tellOnce(workspaceId: string, channelId: string, tell: Tell): Promise<void> {
    // Of a held system nothing goes out, and a courtesy is not kept for later.
    if (await hold.isHeld()) return;
    const { provider } = await channels.connection(workspaceId, channelId);
    await tell(provider);
  }

  async function tellRead(workspaceId: string, channelId: string, id: string): Promise<void> {
    for (const delayMs of [...retryDelaysMs, undefined]) {
      try {
        return await tellOnce(workspaceId, channelId, (provider) => provider.markRead(id));
      } catch (error) {
        if (delayMs === undefined || stopping.signal.aborted) throw error;
        await sleep(delayMs, undefined, { signal: stopping.signal });
      }
    }
  }

  function run(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => platform.log.info({ err: error }, 'a read receipt was not delivered'))
      .finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  }

  return {
    markRead(workspaceId, channelId, id) {
      if (marked.has(id) || underWay.size >= mostUnderWay || stopping.signal.aborted) return;
      marked.set(id, true);
      run(tellRead(workspaceId, channelId, id));
    },
    showTyping(workspaceId, channelId, id) {
      const key = `${channelId}/${id}`;
      if (typing.has(key) || underWay.size >= mostUnderWay || stopping.signal.aborted) return;
      typing.set(key, true);
      run(tellOnce(workspaceId, channelId, (provider) => provider.showTyping(id)));
    },
    worker: {
      name: 'read-receipts',
      start: async () => undefined,
      async stop() {
        stopping.abort();
        await Promise.all(underWay);
      },
    },
  };
}

type Tell = (
  provider: Awaited<ReturnType<OutboundContext['channels']['connection']>>['provider'],
) => Promise<void>;
