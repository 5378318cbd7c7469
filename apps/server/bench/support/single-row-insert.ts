import type { Duplex } from 'node:stream';
import pg, { type ClientConfig } from 'pg';

/**
 * What `pgbench` does with a one-line script, without needing it installed: many clients, each inserting one row per
 * transaction by a prepared statement, the next as soon as the last is committed. The bytes of the protocol are made
 * once, so that the client costs next to nothing.
 */
export async function insertSingleRows(options: {
  readonly connection: ClientConfig;
  readonly clients: number;
  readonly seconds: number;
  readonly bodies: readonly Buffer[];
}): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: options.clients }, () => openClient(options.connection)),
  );
  const messages = options.bodies.map(bindExecuteSync);
  const started = performance.now();
  const until = started + options.seconds * 1000;
  const counts = await Promise.all(
    clients.map(({ stream }, index) => loop(stream, messages, until, index * 7)),
  );
  const elapsedMs = performance.now() - started;
  await Promise.all(clients.map(({ close }) => close()));
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / elapsedMs;
}

/** The row and the key of raw_events, in a table of its own. */
export const singleRowTable = `
  create table if not exists bench_single_rows (
    workspace_id uuid not null default '018f0000-0000-7000-8000-000000000000',
    received_at timestamptz not null default now(),
    id bigint not null default nextval('raw_event_id'),
    endpoint_id uuid not null default '018f0000-0000-7000-8000-000000000000',
    body bytea not null,
    primary key (workspace_id, received_at, id))`;

const statementName = 'insert_single_row';

async function openClient(connection: ClientConfig) {
  const client = new pg.Client(connection);
  // The stream is taken from it and torn down at the end.
  client.on('error', () => undefined);
  await client.connect();
  await client.query({
    name: statementName,
    text: 'insert into bench_single_rows (body) values ($1)',
    values: [Buffer.from('x')],
  });
  // pg's own reader must not see answers to what it did not ask.
  const { stream } = client.connection;
  stream.removeAllListeners('data');
  return {
    stream,
    close: () =>
      new Promise<void>((resolve) => {
        stream.once('close', () => resolve());
        stream.destroy();
      }),
  };
}

function loop(stream: Duplex, messages: readonly Buffer[], until: number, from: number): Promise<number> {
  return new Promise((resolve) => {
    let count = 0;
    const next = () => stream.write(messages[(from + count) % messages.length] ?? Buffer.alloc(0));
    stream.on('data', (chunk: Buffer) => {
      // ReadyForQuery ends every answer.
      if (chunk[chunk.length - 6] !== 0x5a) return;
      count += 1;
      if (performance.now() < until) next();
      else resolve(count);
    });
    next();
  });
}

function bindExecuteSync(body: Buffer): Buffer {
  const name = Buffer.from(`\0${statementName}\0`);
  const counts = Buffer.from([0, 1, 0, 1, 0, 1]);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.byteLength);
  return Buffer.concat([
    message('B', Buffer.concat([name, counts, length, body, Buffer.from([0, 0])])),
    message('E', Buffer.alloc(5)),
    message('S', Buffer.alloc(0)),
  ]);
}

function message(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(content.byteLength + 4, 1);
  return Buffer.concat([head, content]);
}
