import type { Worker } from '#platform/module';
import type { DispatchContext } from './context.ts';
import { type Lane, startLane } from './lane.ts';
import { largestDue } from './store/store-outbox.ts';

/**
 * The dispatcher: one lane per channel with work, each with its own lease, rates and calls, so that the trouble of one
 * number never slows another. Lanes start by a wake or by the regular look at the outbox.
 */
export function createDispatcher(context: DispatchContext): Worker {
  const { platform, store, settings, log } = context;
  const lanes = new Map<string, Lane>();
  let running: AbortController | undefined;
  let stopListening: (() => void) | undefined;

  function lookAt(workspaceId: string, channelId: string): void {
    const key = `${workspaceId}/${channelId}`;
    const present = lanes.get(key);
    if (present) return present.wake();
    if (!running) return;
    const lane = startLane(context, workspaceId, channelId);
    lanes.set(key, lane);
    context.metrics.lanes(lanes.size);
    void lane.ended.then((wantsMore) => {
      lanes.delete(key);
      context.metrics.lanes(lanes.size);
      if (wantsMore) lookAt(workspaceId, channelId);
    });
  }

  async function queueEverythingDue(): Promise<void> {
    let isMore = true;
    while (isMore) {
      const due = await platform.database.inSystem((tx) => store.queueDue(tx, platform.clock.now()));
      isMore = due === largestDue;
    }
  }

  async function discover(): Promise<void> {
    await queueEverythingDue();
    const channels = await platform.database.inSystem(store.listChannelsWithWork);
    for (const { workspaceId, channelId } of channels) {
      if (!lanes.has(`${workspaceId}/${channelId}`)) lookAt(workspaceId, channelId);
    }
  }

  async function discoverRegularly(until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      await discover().catch((error: unknown) => log.warn({ err: error }, 'the outbox could not be read'));
      await platform.clock.sleep(settings.discoverMs, until);
    }
  }

  return {
    name: 'dispatcher',
    async start() {
      running = new AbortController();
      stopListening = platform.wake.on('outbox', (detail) => {
        const [workspaceId, channelId] = detail.split('/');
        if (workspaceId && channelId) lookAt(workspaceId, channelId);
      });
      void discoverRegularly(running.signal);
    },
    async stop() {
      running?.abort();
      running = undefined;
      stopListening?.();
      await Promise.all([...lanes.values()].map((lane) => lane.stop()));
    },
  };
}
