import type { ConnectionOptions, NatsConnection } from '@nats-io/transport-node';
import type { Logger } from '#platform/log';
import type { WakeCall, WakeLine } from './wake.ts';
import { createWakeListeners, readTopic } from './wake-listeners.ts';

export interface NatsSettings {
  /** Of one cluster, each `host:port`; the client finds the other nodes by itself. */
  readonly servers: readonly string[];
  readonly credentials:
    | { readonly kind: 'none' }
    | { readonly kind: 'token'; readonly token: string }
    | { readonly kind: 'password'; readonly user: string; readonly password: string };
  /** Undefined: no TLS asked for by us. */
  readonly tls:
    | { readonly caFile?: string; readonly certFile?: string; readonly keyFile?: string }
    | undefined;
  /** First word of every subject, so that several installations may share one NATS. */
  readonly prefix: string;
}

const connectAgainMs = 1_000;
/** A node that stops answering without a word is given up after two of these. */
const pingEveryMs = 5_000;
const closeWithinMs = 2_000;

/**
 * Wakes by NATS core: fire and forget, nothing is kept there. A process starts and works without NATS; it is found again
 * by itself, and whoever comes back tells everybody to look once, because calls may have been missed on either side.
 */
export function connectWakesByNats(options: {
  readonly settings: NatsSettings;
  readonly log: Logger;
}): WakeLine {
  const { settings, log } = options;
  const listeners = createWakeListeners();
  const ending = new AbortController();
  let connection: NatsConnection | undefined;

  function publish(nats: NatsConnection, { topic, detail }: WakeCall): void {
    nats.publish(`${settings.prefix}.wake.${topic}`, detail);
  }

  function lookAround(nats: NatsConnection): void {
    listeners.tellAll();
    nats.publish(`${settings.prefix}.wake.everything`);
  }

  function subscribe(nats: NatsConnection): void {
    nats.subscribe(`${settings.prefix}.wake.*`, {
      callback(error, message) {
        if (error) return;
        const name = message.subject.slice(message.subject.lastIndexOf('.') + 1);
        const topic = readTopic(name);
        if (topic) listeners.tell({ topic, detail: message.string() });
        else if (name === 'everything') listeners.tellAll();
      },
    });
  }

  async function follow(nats: NatsConnection): Promise<void> {
    for await (const status of nats.status()) {
      if (status.type === 'disconnect') log.warn('NATS is lost; work goes on by polling');
      if (status.type === 'reconnect') {
        log.info('NATS is back');
        lookAround(nats);
      }
    }
  }

  async function open(): Promise<void> {
    const nats = await connectOnce(settings);
    if (ending.signal.aborted) return await nats.close();
    connection = nats;
    subscribe(nats);
    lookAround(nats);
    log.info({ server: nats.getServer() }, 'wakes travel by NATS');
    void follow(nats);
    await nats.closed();
    connection = undefined;
  }

  const kept = keepOpen(open, ending.signal, log);
  return {
    on: listeners.add,
    sender: {
      async send(calls) {
        if (!connection || connection.isClosed()) return;
        for (const call of calls) publish(connection, call);
      },
    },
    async close() {
      ending.abort();
      await connection?.close().catch(() => undefined);
      await Promise.race([kept, sleep(closeWithinMs, new AbortController().signal)]);
    },
  };
}

/** Opens again whenever it ends, and says once that it could not. */
async function keepOpen(open: () => Promise<void>, until: AbortSignal, log: Logger): Promise<void> {
  let told = false;
  while (!until.aborted) {
    try {
      await open();
      told = false;
    } catch (error) {
      if (!told) log.warn({ err: error }, 'NATS cannot be reached; work goes on by polling');
      told = true;
    }
    await sleep(connectAgainMs, until);
  }
}

/** Loaded only where NATS is used. */
async function connectOnce(settings: NatsSettings): Promise<NatsConnection> {
  const { connect } = await import('@nats-io/transport-node');
  return connect(toConnectionOptions(settings));
}

function toConnectionOptions({ servers, credentials, tls }: NatsSettings): ConnectionOptions {
  return {
    servers: [...servers],
    name: 'renkei',
    maxReconnectAttempts: -1,
    reconnectTimeWait: connectAgainMs,
    pingInterval: pingEveryMs,
    ...(credentials.kind === 'token' ? { token: credentials.token } : {}),
    ...(credentials.kind === 'password' ? { user: credentials.user, pass: credentials.password } : {}),
    ...(tls === undefined ? {} : { tls }),
  };
}

function sleep(forMs: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      until.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, forMs);
    timer.unref();
    until.addEventListener('abort', done, { once: true });
    if (until.aborted) done();
  });
}
