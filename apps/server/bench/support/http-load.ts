import { connect, type Socket } from 'node:net';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';

export interface LoadResult {
  readonly perSecond: number;
  readonly accepted: number;
  readonly refused: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

interface Line {
  /** Writes a request and resolves with whether it was answered 200. */
  ask(request: Buffer): Promise<boolean>;
  close(): void;
}

/** One kept-alive connection, one request at a time, as cheap as it can be: the load shares the cores with the server. */
export async function openLine(port: number): Promise<Line> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let answer: ((accepted: boolean) => void) | undefined;
  socket.on('data', (chunk: Buffer) => answer?.(chunk.toString('latin1', 9, 12) === '200'));
  socket.on('error', () => answer?.(false));
  socket.on('close', () => answer?.(false));
  return {
    ask: (request) =>
      new Promise((resolve) => {
        answer = resolve;
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** Closed loop: every connection asks again as soon as it is answered. */
export async function saturate(options: {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly nextRequest: () => Buffer;
}): Promise<LoadResult> {
  const lines = await Promise.all(Array.from({ length: options.connections }, () => openLine(options.port)));
  const latencies: number[] = [];
  let refused = 0;
  const started = performance.now();
  const until = started + options.seconds * 1000;
  await Promise.all(
    lines.map(async (line) => {
      for (let asked = performance.now(); asked < until; asked = performance.now()) {
        if (await line.ask(options.nextRequest())) latencies.push(performance.now() - asked);
        else refused += 1;
      }
      line.close();
    }),
  );
  return summarise(latencies, refused, performance.now() - started);
}

/** Open loop: requests leave at a fixed rate whatever the answers do; latency counts from when one should have left. */
export async function holdRate(options: {
  readonly port: number;
  readonly perSecond: number;
  readonly seconds: number;
  readonly nextRequest: () => Buffer;
}): Promise<LoadResult> {
  const idle = await Promise.all(Array.from({ length: 64 }, () => openLine(options.port)));
  const all = [...idle];
  const latencies: number[] = [];
  const pending: Promise<void>[] = [];
  let refused = 0;
  const started = performance.now();
  const total = options.perSecond * options.seconds;
  const askOn = async (line: Line, dueMs: number): Promise<void> => {
    if (await line.ask(options.nextRequest())) latencies.push(performance.now() - dueMs);
    else refused += 1;
    idle.push(line);
  };
  for (let sent = 0; sent < total; ) {
    const dueMs = started + (sent * 1000) / options.perSecond;
    const earlyMs = dueMs - performance.now();
    if (earlyMs > 1.5) await delay(1);
    else if (earlyMs > 0) await nextTurn();
    else {
      const line = idle.pop();
      if (line) {
        pending.push(askOn(line, dueMs));
        sent += 1;
      } else await nextTurn();
    }
  }
  await Promise.all(pending);
  const elapsedMs = performance.now() - started;
  for (const line of all) line.close();
  return summarise(latencies, refused, elapsedMs);
}

function summarise(latencies: number[], refused: number, elapsedMs: number): LoadResult {
  latencies.sort((one, other) => one - other);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    perSecond: (latencies.length * 1000) / elapsedMs,
    accepted: latencies.length,
    refused,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
