import { createEventFollower } from '#platform/events';
import { newId } from '#platform/ids';
import type { Worker } from '#platform/module';
import type { HooksContext } from './context.ts';
import { tellEvents } from './event-payloads.ts';
import { insertDeliveries } from './store-deliveries.ts';
import { listListeners } from './store-hooks.ts';

/**
 * Makes the deliveries of what has happened, in the transaction that notes how far it has come: every event of an enabled
 * hook has its row exactly once, whenever anybody dies.
 */
export function createHookFollower(context: HooksContext): Worker {
  const { platform } = context;
  return createEventFollower(platform, {
    name: 'hooks',
    async handle(transaction, events) {
      const hooks = await listListeners(transaction);
      if (hooks.length === 0) return;
      const at = platform.clock.now();
      const told = await tellEvents(context, transaction, events);
      const deliveries = told.flatMap((event) => {
        const listeners = event ? hooks.filter(({ eventTypes }) => eventTypes.includes(event.type)) : [];
        if (!event || listeners.length === 0) return [];
        const eventId = newId();
        const payload = { type: event.type, timestamp: at.toISOString(), data: event.data };
        return listeners.map(({ id: hookId }) => ({ hookId, eventId, eventType: event.type, payload }));
      });
      if (deliveries.length === 0) return;
      await insertDeliveries(transaction, deliveries, at);
      transaction.wake('hooks');
    },
  });
}
