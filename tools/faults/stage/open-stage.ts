import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSimulatorControl, type SimulatorControl } from '@renkei/simulator';
import { newRecord, noteFailure, type RunRecord } from '../record.ts';
import { openTcpProxy, type TcpProxy } from '../tcp-proxy.ts';
import { type Child, startChild } from './child.ts';
import { buildOrClose, type Closing } from './closing.ts';
import { type StageDatabase, startDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import { type HookReceiver, openHookReceiver } from './hook-receiver.ts';
import { answers, createServer, type StageServer } from './server.ts';
import { until } from './until.ts';
import { openWorkspace, type StageWorkspace } from './workspaces.ts';

/** The whole product with the simulator on this machine, as processes that may be killed. */
export interface Stage {
  readonly control: SimulatorControl;
  readonly simulatorUrl: string;
  readonly database: StageDatabase;
  readonly server: StageServer;
  /** Wires that carry what the server asks Graph, what Meta tells the server, and what both say to PostgreSQL. */
  readonly network: { readonly graph: TcpProxy; readonly webhooks: TcpProxy; readonly database: TcpProxy };
  readonly workspaces: readonly [StageWorkspace, StageWorkspace];
  /** Where the first workspace's events are told to, on a stage that has such a place. */
  readonly hooks?: HookReceiver;
  readonly record: RunRecord;
  /** The server's DATA_DIR. */
  readonly dataDir: string;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly seed: number;
  /** Ends the server that migrates first at its n-th migration. */
  readonly crashAtMigration?: number;
  /** Where everything is kept; a temporary folder unless said. */
  readonly folder?: string;
}

const simulatorCli = fileURLToPath(new URL('../../../apps/simulator/src/cli.ts', import.meta.url));

export async function openStage(options: StageOptions): Promise<Stage> {
  const folder = await mkdtemp(join(options.folder ?? tmpdir(), 'renkei faults '));
  // As root PostgreSQL runs as another user, who must be able to pass.
  await chmod(folder, 0o711);
  return await buildOrClose((closers) => build(options, folder, closers));
}

async function build(
  { seed, crashAtMigration }: StageOptions,
  folder: string,
  closers: Closing,
): Promise<Omit<Stage, 'close'>> {
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const [serverPort, simulatorPort] = [await freePort(), await freePort()];
  const environment = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
  const graph = await openTcpProxy(() => ({ port: simulatorPort }));
  closers.push(() => graph.close());
  const graphUrl = `http://127.0.0.1:${graph.port}`;
  const [database, { control }] = await Promise.all([
    startDatabase(join(folder, 'postgres')),
    startSimulator({ port: simulatorPort, seed, calledUrl: graphUrl }, environment, closers),
  ]);
  closers.push(() => database.close());
  const network = {
    graph,
    webhooks: await openTcpProxy(() => ({ port: serverPort })),
    database: await openTcpProxy(() => ({ path: database.socketPath })),
  };
  for (const proxy of [network.webhooks, network.database]) closers.push(() => proxy.close());

  const hooks = await openHookReceiver();
  closers.push(() => hooks.close());
  const record = newRecord();
  const dataDir = join(folder, 'data');
  await mkdir(dataDir, { recursive: true });
  const server = createServer({
    port: serverPort,
    database,
    environment: {
      ...environment,
      DATA_DIR: dataDir,
      PORT: String(serverPort),
      PUBLIC_URL: `http://127.0.0.1:${network.webhooks.port}`,
      GRAPH_URL: graphUrl,
      HOOKS_ALLOW: '127.0.0.1',
      LOG_LEVEL: process.env['FAULTS_LOG_LEVEL'] ?? 'error',
    },
    onDeath: () => noteDispatched(database, record),
    onLine: (line) => noteFailure(line, record),
  });
  closers.push(() => server.stop());
  if (crashAtMigration !== undefined) await crashWhileMigrating(server, record, crashAtMigration);
  await server.start();
  const ground = { database, control, record, serverUrl: server.url };
  const workspaces = [await openWorkspace(ground, 'A'), await openWorkspace(ground, 'B')] as const;
  const { secret } = await workspaces[0].api.call('createHook', {
    body: { url: hooks.url, eventTypes: ['message.received', 'message.sent', 'message.updated'] },
  });
  hooks.trust(secret);
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  return { control, simulatorUrl, database, server, network, workspaces, hooks, record, dataDir };
}

export async function startSimulator(
  { port, seed, calledUrl }: { readonly port: number; readonly seed: number; readonly calledUrl: string },
  environment: NodeJS.ProcessEnv,
  closers: Closing,
): Promise<{ readonly control: SimulatorControl; readonly child: Child }> {
  const child = startChild(
    [simulatorCli, '--port', String(port), '--seed', String(seed), '--called', calledUrl],
    environment,
  );
  closers.push(() => child.end('SIGTERM'));
  const url = `http://127.0.0.1:${port}`;
  await until('the simulator', () => answers(`${url}/control/clock`));
  const control = createSimulatorControl(url);
  // Meta's ladder reaches over days; here what failed comes again at once.
  await control.setSettings({
    webhooks: { retryDelaysMs: [200, 500, 1_000] },
    everyoneIsOnWhatsApp: true,
    limits: { growthDelayMs: 1 },
  });
  return { control, child };
}

async function crashWhileMigrating(server: StageServer, record: RunRecord, hit: number): Promise<void> {
  await server.start({ crashAt: { point: 'migration.applied', hit } });
  if (await server.life().ended.then(({ signal }) => signal === 'SIGKILL')) {
    record.crashes.set('migration.applied', (record.crashes.get('migration.applied') ?? 0) + 1);
  }
}

/** Of a server that is dead: what it may have sent without writing down how that ended. */
async function noteDispatched(database: StageDatabase, record: RunRecord): Promise<void> {
  const rows = await database.query<{ attempt_key: string }>(
    `select attempt_key from attempts where state = 'dispatched'`,
  );
  for (const { attempt_key: attemptKey } of rows) record.inDoubt.add(attemptKey);
}
