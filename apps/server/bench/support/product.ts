import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { createFirstSignInLink } from '#modules/identity';
import { systemClock } from '#platform/clock';
import { createSecretBox } from '#platform/crypto';
import { createDatabase, type Database, sql } from '#platform/database';
import { createLogger } from '#platform/log';
import { serverMemory } from '../../src/cli/supervisor/process-memory.ts';
import type { BenchDatabase } from './bench-database.ts';
import { type BenchNumber, createBenchNumber } from './bodies.ts';

/** The whole server as it is shipped, in a process of its own, with one connected number and a signed-in owner. */
export interface Product {
  readonly pid: number;
  readonly port: number;
  readonly number: BenchNumber;
  readonly cookie: string;
  readonly database: Database;
  stop(): Promise<void>;
  /** `kill -9`, then another on the same database and folder. */
  killAndStartAgain(): Promise<Product>;
}

/** Where the server leaves a CPU profile when it ends; by default nowhere. */
const profileFolder = process.env['BENCH_CPU_PROFILE'];

const readySchema = z.object({ type: z.literal('ready'), port: z.number() });

interface ProductOptions {
  /** Where the engine keeps what it has made of the sources; empty at the first start of an installation. */
  readonly compiledIn?: string | undefined;
  /** Default: nobody is there. */
  readonly provider?: { readonly graphUrl: string; readonly accessToken: string };
  /** Settings of the server besides. */
  readonly environment?: Readonly<Record<string, string>>;
}

export async function startProduct(
  postgres: BenchDatabase,
  { compiledIn = process.env['NODE_COMPILE_CACHE'], provider, ...options }: ProductOptions = {},
): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'renkei-bench-data-'));
  const masterKey = randomBytes(32);
  const { host, port: databasePort, user, database: name } = postgres.ownerConnection;
  const environment = {
    PATH: process.env['PATH'],
    NODE_COMPILE_CACHE: compiledIn,
    DATABASE_URL: `postgresql://${user}@localhost:${databasePort}/${name}?host=${encodeURIComponent(host ?? '')}`,
    DATA_DIR: dataDir,
    MASTER_KEY: masterKey.toString('base64url'),
    PORT: '0',
    LOG_LEVEL: 'error',
    ...(provider ? { GRAPH_URL: provider.graphUrl } : {}),
    ...options.environment,
  };
  const database = createDatabase({
    connection: postgres.ownerConnection,
    clock: systemClock,
    log: createLogger('error'),
    poolSize: 2,
  });
  const launch = async (known?: Pick<Product, 'number' | 'cookie'>): Promise<Product> => {
    const { child, port } = await forkServer(environment);
    const end = async (signal: NodeJS.Signals) => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    };
    const stop = async () => {
      await end('SIGTERM');
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    };
    try {
      const cookie = known?.cookie ?? (await signIn(database, port));
      const number =
        known?.number ?? (await connectNumber(database, masterKey, provider?.accessToken ?? randomUUID()));
      return {
        pid: child.pid ?? 0,
        port,
        number,
        cookie,
        database,
        stop,
        async killAndStartAgain() {
          await end('SIGKILL');
          return launch({ number, cookie });
        },
      };
    } catch (error) {
      await stop();
      throw error;
    }
  };
  return launch();
}

async function forkServer(environment: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; port: number }> {
  const profiling = profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [];
  const child = fork(new URL('../../src/main.ts', import.meta.url), {
    env: environment,
    execArgv: [...serverMemory, ...profiling],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(readySchema.parse(message).port));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { child, port };
}

async function signIn(database: Database, port: number): Promise<string> {
  const publicUrl = `http://localhost:${port}`;
  const link = new URL(await createFirstSignInLink({ database, clock: systemClock, publicUrl }));
  const answer = await fetch(`http://127.0.0.1:${port}/v1/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.searchParams.get('token'), language: 'en' }),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (cookie === undefined) throw new Error(`signing in was answered ${answer.status}`);
  return /renkei_session=([^;]*)/.exec(cookie)?.[1] ?? '';
}

/** As the settings page does it, without a provider to ask. */
async function connectNumber(
  database: Database,
  masterKey: Uint8Array,
  accessToken: string,
): Promise<BenchNumber> {
  const [workspace] = await database.inSystem((tx) =>
    tx.query<{ workspace_id: string }>(sql`select workspace_id from workspaces`),
  );
  if (!workspace) throw new Error('There is no workspace to connect a number to');
  const workspaceId = workspace.workspace_id;
  const number = { ...createBenchNumber(), workspaceId };
  const box = createSecretBox(masterKey);
  const { endpointId, channelId, phoneNumberId, appSecret } = number;
  const secrets = {
    app: await box.seal(appSecret, { workspaceId, rowId: endpointId, column: 'app_secret_encrypted' }),
    verify: await box.seal(randomUUID(), {
      workspaceId,
      rowId: endpointId,
      column: 'verify_token_encrypted',
    }),
    access: await box.seal(accessToken, { workspaceId, rowId: channelId, column: 'access_token_encrypted' }),
  };
  await database.inTenant(workspaceId, async (tx) => {
    await tx.execute(sql`
      insert into webhook_endpoints
        (workspace_id, id, provider, app_secret_encrypted, verify_token_encrypted, created_at)
      values (${workspaceId}, ${endpointId}, 'cloud-api', ${secrets.app}, ${secrets.verify}, now())`);
    await tx.execute(sql`
      insert into channels
        (workspace_id, id, provider, name, phone_number_id, waba_id, phone_number, display_phone_number, endpoint_id,
         access_token_encrypted, state, state_since, messages_per_second, created_at)
      values (${workspaceId}, ${channelId}, 'cloud-api', 'Bench', ${phoneNumberId}, '391827465500918', '12025550143',
              '+1 202-555-0143', ${endpointId}, ${secrets.access}, 'connected', now(), 80, now())`);
    tx.wake('endpoints');
  });
  return number;
}
