import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newRecord, noteFailure } from '../record.ts';
import { buildOrClose, type Closing } from '../stage/closing.ts';
import { startDatabase } from '../stage/database.ts';
import { freePort } from '../stage/free-port.ts';
import { type Stage, startSimulator } from '../stage/open-stage.ts';
import type { StageServer } from '../stage/server.ts';
import { openWorkspace } from '../stage/workspaces.ts';
import { openTcpProxy } from '../tcp-proxy.ts';
import { startBalancer } from './balancer.ts';
import { type NatsCluster, startNats } from './nats.ts';
import { type ClusterNode, createNode } from './node.ts';

/** The product on several machines, as far as one machine can be several: all that its processes share is reached by TCP. */
export interface ClusterStage extends Stage {
  readonly nodes: readonly ClusterNode[];
  readonly nats: NatsCluster;
  readonly folder: string;
  /** A node of another release, on the same database. */
  addNode(name: string, role: ClusterNode['role'], script: string): Promise<ClusterNode>;
}

/**
 * Shorter than in earnest, so that nobody waits for what a dead node held; long enough for a living one that shares two
 * cores with a dozen processes to renew it.
 */
export const clusterLeaseMs = 4_000;

interface Size {
  readonly apis: number;
  readonly workers: number;
}

export async function openCluster(seed: number, size: Size): Promise<ClusterStage> {
  const folder = await mkdtemp(join(tmpdir(), 'renkei cluster '));
  // As root PostgreSQL runs as another user, who must be able to pass.
  await chmod(folder, 0o711);
  return await buildOrClose((closers) => build(seed, size, folder, closers));
}

async function build(
  seed: number,
  size: Size,
  folder: string,
  closers: Closing,
): Promise<Omit<ClusterStage, 'close'>> {
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const simulatorPort = await freePort();
  const environment = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
  const database = await startDatabase(join(folder, 'postgres'));
  closers.push(() => database.close());
  const graph = await openTcpProxy(() => ({ port: simulatorPort }));
  closers.push(() => graph.close());
  const graphUrl = `http://127.0.0.1:${graph.port}`;
  const wanted = { port: simulatorPort, seed, calledUrl: graphUrl };
  const { control } = await startSimulator(wanted, environment, closers);
  const nats = await startNats();
  closers.push(() => nats.close());
  const nodes: ClusterNode[] = [];
  const record = newRecord();
  const network = {
    graph,
    webhooks: await startBalancer(() => nodes),
    database: await openTcpProxy(() => ({ path: database.socketPath })),
  };
  for (const proxy of [network.webhooks, network.database]) closers.push(() => proxy.close());

  const url = `http://127.0.0.1:${network.webhooks.port}`;
  const shared = {
    ...environment,
    DATABASE_URL: database.url(network.database.port),
    // Of the embedded server's 60, for five processes.
    DATABASE_CONNECTIONS: '4',
    MASTER_KEY: randomBytes(32).toString('base64url'),
    NATS_URL: nats.url,
    PUBLIC_URL: url,
    GRAPH_URL: graphUrl,
    // Others live when one is killed, so that nobody can tell whose lease may run out at once.
    RENKEI_LEASE_MS: String(clusterLeaseMs),
    LOG_LEVEL: process.env['FAULTS_LOG_LEVEL'] ?? 'error',
  };
  // What is not shared is a folder of its own: nothing of the truth is in it.
  async function addNode(name: string, role: ClusterNode['role'], script?: string): Promise<ClusterNode> {
    const dataDir = join(folder, name);
    await mkdir(dataDir, { recursive: true });
    const own = { ...shared, DATA_DIR: dataDir };
    const onLine = (line: string) => noteFailure(line, record);
    const at = { name, role, port: await freePort(), environment: own, onLine };
    const node = createNode(script === undefined ? at : { ...at, script });
    nodes.push(node);
    closers.push(() => node.kill());
    return node;
  }
  for (let index = 1; index <= size.apis; index += 1) await addNode(`api-${index}`, 'api');
  for (let index = 1; index <= size.workers; index += 1) await addNode(`worker-${index}`, 'worker');
  await Promise.all(nodes.map((node) => node.start()));

  const ground = { database, control, record, serverUrl: url };
  return {
    control,
    simulatorUrl: `http://127.0.0.1:${simulatorPort}`,
    database,
    network,
    workspaces: [await openWorkspace(ground, 'A'), await openWorkspace(ground, 'B')],
    record,
    dataDir: join(folder, 'api-1'),
    server: asOneServer(url, nodes),
    nodes,
    nats,
    folder,
    addNode,
  };
}

/** For those who know one server only: all of the nodes, by way of the balancer. */
function asOneServer(url: string, nodes: readonly ClusterNode[]): StageServer {
  let passedMs = 0;
  let lifeAheadMs = 0;
  return {
    url,
    life() {
      throw new Error('A cluster has no single life.');
    },
    async start({ clockAheadMs = 0 } = {}) {
      lifeAheadMs = clockAheadMs;
      const more = { RENKEI_CLOCK_AHEAD_MS: String(passedMs + clockAheadMs) };
      const own = nodes.filter((node) => node.role !== 'all' && !node.isUp());
      await Promise.all(own.map((node) => node.start(more)));
    },
    kill: async () => void (await Promise.all(nodes.map((node) => node.kill()))),
    async stop() {
      const codes = await Promise.all(nodes.map((node) => node.stop()));
      return codes.find(({ code }) => code !== 0)?.code ?? 0;
    },
    diesByItself: async () => false,
    nowMs: () => Date.now() + passedMs + lifeAheadMs,
    passTime(ms) {
      passedMs += ms;
      for (const node of nodes) node.setAhead(passedMs + lifeAheadMs);
    },
  };
}
