import pg, { type ClientConfig } from 'pg';
import type { Logger } from '#platform/log';
import type { WakeLine, WakeSender } from './wake.ts';
import { createWakeListeners, readTopic } from './wake-listeners.ts';

const reconnectDelayMs = 1_000;

/**
 * After the commit, in a transaction that is not synced: all notifications of a server share one lock, held until
 * their commit is done, and the disk would make every writer wait for every other.
 */
export const postgresWakeSender: WakeSender = {
  async send(calls, query) {
    const notifications = calls.map(
      ({ topic, detail }) => `select pg_notify('renkei', ${pg.escapeLiteral(`${topic} ${detail}`)})`,
    );
    await query(`begin; set local synchronous_commit = off; ${notifications.join('; ')}; commit`);
  },
};

/**
 * LISTEN on a connection of its own, which must reach the server itself and not a pooler in transaction mode; after a
 * loss it reconnects and wakes everybody once, since calls may have been missed.
 */
export async function listenForWakes(options: {
  readonly connection: ClientConfig;
  readonly log: Logger;
}): Promise<WakeLine> {
  const listeners = createWakeListeners();
  let client: pg.Client | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const next = new pg.Client({ ...options.connection, application_name: 'renkei wake' });
    next.on('error', (error) => options.log.warn({ err: error }, 'the wake connection was lost'));
    next.on('end', scheduleReconnect);
    next.on('notification', ({ payload = '' }) => {
      const [name = '', detail = ''] = payload.split(' ');
      const topic = readTopic(name);
      if (topic) listeners.tell({ topic, detail });
    });
    await next.connect();
    await next.query('listen renkei');
    // Closed while it came back: nobody else would end it, and the process could not.
    if (closed) return await next.end();
    client = next;
  }

  function scheduleReconnect(): void {
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      open().then(listeners.tellAll, scheduleReconnect);
    }, reconnectDelayMs);
  }

  await open();
  return {
    sender: postgresWakeSender,
    on: listeners.add,
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
