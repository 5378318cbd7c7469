import pg, { type ClientConfig } from 'pg';
import type { Logger } from '#platform/log';
import { type WakeTopic, wakeTopics } from './transaction.ts';

/** Tells waiting loops that there is something to look at. Missing a call costs latency only: every loop also polls. */
export interface Wake {
  /** `detail` is what the sender gave, '' if nothing. Returns how to stop listening. */
  on(topic: WakeTopic, listener: (detail: string) => void): () => void;
  close(): Promise<void>;
}

const reconnectDelayMs = 1_000;

/** LISTEN on a connection of its own; after a loss it reconnects and wakes everybody once, since calls may have been missed. */
export async function listenForWakes(options: {
  readonly connection: ClientConfig;
  readonly log: Logger;
}): Promise<Wake> {
  const listeners = new Map<WakeTopic, Set<(detail: string) => void>>(
    wakeTopics.map((topic) => [topic, new Set<(detail: string) => void>()]),
  );
  let client: pg.Client | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  function deliver(topic: WakeTopic, detail: string): void {
    for (const listener of listeners.get(topic) ?? []) listener(detail);
  }

  async function open(): Promise<void> {
    const next = new pg.Client({ ...options.connection, application_name: 'renkei wake' });
    next.on('error', (error) => options.log.warn({ err: error }, 'the wake connection was lost'));
    next.on('end', scheduleReconnect);
    next.on('notification', ({ payload = '' }) => {
      const [topic = '', detail = ''] = payload.split(' ');
      const known = wakeTopics.find((candidate) => candidate === topic);
      if (known) deliver(known, detail);
    });
    await next.connect();
    await next.query('listen renkei');
    client = next;
  }

  function scheduleReconnect(): void {
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      open().then(
        () => wakeTopics.forEach((topic) => deliver(topic, '')),
        () => scheduleReconnect(),
      );
    }, reconnectDelayMs);
  }

  await open();
  return {
    on(topic, listener) {
      listeners.get(topic)?.add(listener);
      return () => listeners.get(topic)?.delete(listener);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
