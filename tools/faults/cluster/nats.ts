import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { findNats } from '../../test/find-nats.mjs';
import { NotApplicable } from '../invariants/invariant.ts';
import { freePort } from '../stage/free-port.ts';
import { until } from '../stage/until.ts';

/** Three nodes of NATS on loopback that know each other, without JetStream: nothing is kept there. */
export interface NatsCluster {
  /** What a server gets as NATS_URL. */
  readonly url: string;
  readonly size: number;
  /** `kill -9`. */
  kill(index: number): Promise<void>;
  start(index: number): Promise<void>;
  close(): Promise<void>;
}

const token = 'faults';

/** @throws NotApplicable where there is no nats-server to be had */
export async function startNats(): Promise<NatsCluster> {
  const found = findNats();
  if ('missing' in found) throw new NotApplicable(found.missing);
  const { path } = found;
  const nodes = await Promise.all(
    Array.from({ length: 3 }, async () => ({ port: await freePort(), clusterPort: await freePort() })),
  );
  const routes = nodes.map(({ clusterPort }) => `nats://127.0.0.1:${clusterPort}`).join(',');
  const running = new Map<number, ReturnType<typeof spawn>>();

  async function start(index: number): Promise<void> {
    const node = nodes[index];
    if (!node || running.has(index)) return;
    const child = spawn(
      path,
      [
        ...['-a', '127.0.0.1', '-p', String(node.port), '--auth', token, '--cluster_name', 'faults'],
        ...['--cluster', `nats://127.0.0.1:${node.clusterPort}`, '--routes', routes],
      ],
      { stdio: 'ignore' },
    );
    running.set(index, child);
    await until('a node of NATS', () => accepts(node.port), 10_000);
  }

  async function kill(index: number): Promise<void> {
    const child = running.get(index);
    running.delete(index);
    if (!child || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  await Promise.all(nodes.map((_, index) => start(index)));
  return {
    url: nodes.map(({ port }) => `nats://${token}@127.0.0.1:${port}`).join(','),
    size: nodes.length,
    kill,
    start,
    close: async () => void (await Promise.all(nodes.map((_, index) => kill(index)))),
  };
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
