import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '@renkei/sdk';
import { createSimulatorControl, type SimulatorControl } from '@renkei/simulator';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts';

const serverMain = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
const serverCli = fileURLToPath(new URL('../../apps/server/src/cli/renkei.ts', import.meta.url));
const simulatorCli = fileURLToPath(new URL('../../apps/simulator/src/cli.ts', import.meta.url));
const sourceEdits = new URL('source-edits.mjs', import.meta.url).href;

/** The whole product with the simulator on this machine, as processes that may be killed. */
export interface Stage {
  readonly control: SimulatorControl;
  readonly api: Client;
  readonly phoneNumberId: string;
  readonly channelId: string;
  /** As superuser: sees everything. */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** `kill -9` of the server, then a new one, with a clock ahead of ours if asked. Resolves when it serves again. */
  killServer(clockAheadMs?: number): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(options: {
  readonly seed: number;
  readonly mutant?: string;
}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'renkei faults '));
  // As root PostgreSQL runs as another user, who must be able to pass.
  await chmod(folder, 0o711);
  const log = { info: () => undefined, debug: () => undefined };
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), log });
  const [serverPort, simulatorPort] = [await freePort(), await freePort()];
  const serverUrl = `http://127.0.0.1:${serverPort}`;
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const { host, port, user, database } = postgres.connection;
  const environment = {
    ...process.env,
    DATABASE_URL: `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`,
    DATA_DIR: join(folder, 'data'),
    PORT: String(serverPort),
    PUBLIC_URL: serverUrl,
    GRAPH_URL: simulatorUrl,
    LOG_LEVEL: process.env['FAULTS_LOG_LEVEL'] ?? 'silent',
    ...(options.mutant === undefined ? {} : { RENKEI_MUTANT: options.mutant }),
  };
  await mkdir(environment.DATA_DIR, { recursive: true });

  const simulator = run(
    [simulatorCli, '--port', String(simulatorPort), '--seed', String(options.seed)],
    environment,
  );
  const control = createSimulatorControl(simulatorUrl);
  await until('the simulator', () => answers(`${simulatorUrl}/control/clock`));
  // Meta's ladder reaches over days; here what failed comes again at once.
  await control.setSettings({ webhooks: { retryDelaysMs: [200, 500, 1_000] } });

  const startServer = async (clockAheadMs = 0) => {
    const child = run(['--import', sourceEdits, serverMain], {
      ...environment,
      RENKEI_CLOCK_AHEAD_MS: String(clockAheadMs),
    });
    await until('the server', () => answers(`${serverUrl}/readyz`));
    return child;
  };
  let server = await startServer();
  const admin = new pg.Pool({ ...postgres.adminConnection, database, max: 2 });
  admin.on('error', (error) => console.error(`A connection of the harness was lost: ${error.message}`));

  async function close(): Promise<void> {
    await end(server, 'SIGTERM');
    await end(simulator, 'SIGTERM');
    await admin.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }

  try {
    const api = await signIn(serverUrl, environment);
    const { phoneNumberId, channelId } = await connectNumber(control, api);
    return {
      control,
      api,
      phoneNumberId,
      channelId,
      close,
      query: async (text, values = []) => (await admin.query(text, [...values])).rows,
      async killServer(clockAheadMs) {
        await end(server, 'SIGKILL');
        server = await startServer(clockAheadMs);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Asks every 50 ms until it holds; throws after `withinMs`. */
export async function until(what: string, holds: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
  const endsAt = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > endsAt) throw new Error(`${what}: not within ${withinMs} ms`);
    await pause(50);
  }
}

function run(args: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, {
    env: environment,
    stdio: ['ignore', process.env['FAULTS_LOG_LEVEL'] ? 'inherit' : 'ignore', 'inherit'],
  });
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** The owner's session, by the one-time link that `renkei sign-in-link` gives. */
async function signIn(serverUrl: string, environment: NodeJS.ProcessEnv): Promise<Client> {
  const child = spawn(process.execPath, [serverCli, 'sign-in-link'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  const token = /token=([\w.%-]+)/.exec(Buffer.concat(chunks).toString())?.[1];
  if (token === undefined) throw new Error('renkei sign-in-link gave no link');
  const response = await fetch(`${serverUrl}/v1/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: decodeURIComponent(token), language: 'en' }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`The sign-in link was refused: ${await response.text()}`);
  await response.arrayBuffer();
  return createClient({ baseUrl: serverUrl, fetch, headers: { cookie } });
}

async function connectNumber(control: SimulatorControl, api: Client) {
  const world = await control.mergeWorld({
    apps: [{ name: 'Faults' }],
    wabas: [{ name: 'Faults', phoneNumbers: [{ displayPhoneNumber: '+1 202-555-0143' }] }],
  });
  const [waba, app] = [world.wabas[0], world.apps[0]];
  const phoneNumberId = waba?.phoneNumbers[0]?.id;
  if (!waba || !app?.accessToken || !phoneNumberId) throw new Error('The simulator made no world.');
  const { channel, checks } = await api.call('connectChannel', {
    body: {
      accessToken: app.accessToken,
      appSecret: app.secret,
      phoneNumberId,
      wabaId: waba.id,
      verifyToken: 'faults-verify-token-0001',
    },
  });
  if (!channel) throw new Error(`The number was not connected: ${JSON.stringify(checks)}`);
  return { phoneNumberId, channelId: channel.id };
}
