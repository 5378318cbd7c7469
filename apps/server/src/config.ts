import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** The environment, as one schema. Everything has a default but the database. */
const environmentSchema = z.object({
  /** PostgreSQL ≥ 15, as an owner who may create tables and a role. A URL, or the folder of a unix socket. */
  DATABASE_URL: z.string().min(1),
  PORT: z.coerce.number().int().min(0).max(65_535).default(7300),
  HOST: z.string().default('127.0.0.1'),
  /** How the outside reaches us: webhook and invitation links are made with it. */
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().default('data'),
  GRAPH_URL: z.url().default('https://graph.facebook.com'),
  GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v25.0'),
  /** 32 bytes in base64url that encrypt the stored secrets. Default: made once, kept in DATA_DIR/master.key. */
  MASTER_KEY: z.string().optional(),
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** A page shown beside the inbox, such as a virtual phone. */
  COMPANION_URL: z.url().optional(),
  /** Where the demonstration world is made when the first owner arrives; unset: no demonstration. */
  DEMO_CONTROL_URL: z.url().optional(),
  /** Guards /metrics: without it only loopback may read them. */
  METRICS_TOKEN: z.string().optional(),
});

export interface Config {
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly graphUrl: string;
  readonly graphVersion: string;
  readonly masterKey: Uint8Array;
  readonly role: 'all' | 'api' | 'worker';
  readonly logLevel: string;
  readonly companionUrl: string | null;
  readonly demoControlUrl: string | null;
  readonly metricsToken: string | null;
}

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`The configuration is not valid:\n${z.prettifyError(parsed.error)}`);
  const values = parsed.data;
  const dataDir = resolve(values.DATA_DIR);
  return {
    databaseUrl: values.DATABASE_URL,
    port: values.PORT,
    host: values.HOST,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
    dataDir,
    graphUrl: values.GRAPH_URL.replace(/\/$/, ''),
    graphVersion: values.GRAPH_VERSION,
    masterKey: readMasterKey(values.MASTER_KEY, dataDir),
    role: values.ROLE,
    logLevel: values.LOG_LEVEL,
    companionUrl: values.COMPANION_URL ?? null,
    demoControlUrl: values.DEMO_CONTROL_URL ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
  };
}

function readMasterKey(given: string | undefined, dataDir: string): Uint8Array {
  const key = Buffer.from(given ?? readOrCreateKeyFile(dataDir), 'base64url');
  if (key.byteLength !== 32) throw new Error('MASTER_KEY must be 32 bytes in base64url.');
  return new Uint8Array(key);
}

function readOrCreateKeyFile(dataDir: string): string {
  const path = join(dataDir, 'master.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
