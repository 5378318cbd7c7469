import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import type { S3Settings } from '#platform/blob';
import type { Pooling } from '#platform/database';
import { readAllowedPlaces } from '#platform/http-client';
import { type NatsSettings, readNatsSettings } from '#platform/wake';

/** The environment, as one schema. Everything has a default but the database. */
const environmentSchema = z.object({
  /** PostgreSQL ≥ 15, as an owner who may create tables and a role. A URL, or the folder of a unix socket. */
  DATABASE_URL: z.string().min(1),
  /** `transaction`: DATABASE_URL leads to a pooler, such as PgBouncer, that gives out connections by transaction. */
  DATABASE_POOLING: z.enum(['session', 'transaction']).default('session'),
  /** The server behind the pooler: for migrations, LISTEN and the job queue, which need a connection of their own. */
  DATABASE_DIRECT_URL: z.string().min(1).optional(),
  /** Connections of this process to the database for requests and work; a handful more are for intake, jobs and wakes. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(4).max(200).default(16),
  /** Set: processes wake each other by NATS instead of NOTIFY. See `readNatsSettings`. */
  NATS_URL: z.string().optional(),
  NATS_TOKEN: z.string().optional(),
  NATS_USER: z.string().optional(),
  NATS_PASSWORD: z.string().optional(),
  NATS_CA_FILE: z.string().optional(),
  NATS_CERT_FILE: z.string().optional(),
  NATS_KEY_FILE: z.string().optional(),
  /** Installations that share one NATS must differ in it. */
  NATS_PREFIX: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .default('renkei'),
  /** Of a worker: where it answers health checks and metrics; unset: nowhere. */
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  HOST: z.string().default('127.0.0.1'),
  /** How the outside reaches us: webhook and invitation links are made with it. */
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().default('data'),
  GRAPH_URL: z.url().default('https://graph.facebook.com'),
  GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v25.0'),
  /** 360dialog's Messaging API, or whatever stands in for it. */
  DIALOG360_URL: z.url().default('https://waba-v2.360dialog.io'),
  /** One address instead of all of Twilio's hosts, such as the simulator's. */
  TWILIO_URL: z.url().optional(),
  /** 32 bytes in base64url that encrypt the stored secrets. Default: made once, kept in DATA_DIR/master.key. */
  MASTER_KEY: z.string().optional(),
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  /** After SIGTERM, how long requests are still taken while /readyz is red already, for a load balancer to notice. */
  DRAIN_SECONDS: z.coerce.number().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** A page shown beside the inbox, such as a virtual phone. */
  COMPANION_URL: z.url().optional(),
  /** Where the demonstration world is made when the first owner arrives; unset: no demonstration. */
  DEMO_CONTROL_URL: z.url().optional(),
  /** Hosts and networks that hooks may call although they are not public: `crm.internal,10.1.0.0/16`. */
  HOOKS_ALLOW: z
    .string()
    .default('')
    .refine(isAllowList, 'must be names and networks, such as crm.internal,10.1.0.0/16'),
  /** Whose X-Forwarded-For is believed: `loopback`, `uniquelocal`, addresses and networks, separated by commas. */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[\w.:/]+(\s*,\s*[\w.:/]+)*$/)
    .default('loopback'),
  /** Guards /metrics: without it only loopback may read them. */
  METRICS_TOKEN: z.string().optional(),
  /** How long webhooks are kept as they came; those that wait or are in quarantine stay. */
  RAW_EVENT_DAYS: keepDays(30),
  /** The events that browsers and programs follow. At least as long as a session lives. */
  EVENT_DAYS: keepDays(30, 30),
  ACCOUNT_EVENT_DAYS: keepDays(365),
  /** Every single call to the provider; messages and their statuses stay. */
  ATTEMPT_DAYS: keepDays(90, 30),
  /** Files are kept in this bucket instead of DATA_DIR. */
  S3_BUCKET: z.string().min(1).optional(),
  /** Unset: Amazon's, by the region. */
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  /** Both or none; none: as the AWS SDK finds them, such as the role of the machine. */
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** `true`: the bucket is part of the path and not of the host, as most servers other than Amazon's want it. */
  S3_PATH_STYLE: z.stringbool().optional(),
});

const defaultPort = 7300;

export interface Config {
  readonly databaseUrl: string;
  /** The same server without a pooler between. */
  readonly databaseDirectUrl: string;
  readonly databasePooling: Pooling;
  readonly databaseConnections: number;
  /** Null: processes wake each other by NOTIFY. */
  readonly nats: NatsSettings | null;
  /** Null: listens nowhere. */
  readonly port: number | null;
  readonly host: string;
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly graphUrl: string;
  readonly graphVersion: string;
  readonly dialog360Url: string;
  /** Null: Twilio's own hosts. */
  readonly twilioUrl: string | null;
  readonly masterKey: Uint8Array;
  readonly role: 'all' | 'api' | 'worker';
  readonly drainMs: number;
  readonly logLevel: string;
  readonly companionUrl: string | null;
  readonly demoControlUrl: string | null;
  readonly metricsToken: string | null;
  readonly hooksAllow: string;
  readonly trustedProxies: string;
  readonly retention: {
    readonly rawEventDays: number;
    readonly eventDays: number;
    readonly accountEventDays: number;
    readonly attemptDays: number;
  };
  /** Null: files are kept in the data folder. */
  readonly bucket: S3Settings | null;
}

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`The configuration is not valid:\n${z.prettifyError(parsed.error)}`);
  const values = parsed.data;
  const dataDir = resolve(values.DATA_DIR);
  const port = values.PORT ?? (values.ROLE === 'worker' ? null : defaultPort);
  return {
    databaseUrl: values.DATABASE_URL,
    ...readDirectUrl(values),
    databaseConnections: values.DATABASE_CONNECTIONS,
    nats: readNatsSettings(values),
    port,
    host: values.HOST,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${port ?? defaultPort}`).replace(/\/$/, ''),
    dataDir,
    graphUrl: values.GRAPH_URL.replace(/\/$/, ''),
    graphVersion: values.GRAPH_VERSION,
    dialog360Url: values.DIALOG360_URL.replace(/\/$/, ''),
    twilioUrl: values.TWILIO_URL?.replace(/\/$/, '') ?? null,
    masterKey: readMasterKey(values, dataDir),
    role: values.ROLE,
    drainMs: values.DRAIN_SECONDS * 1000,
    logLevel: values.LOG_LEVEL,
    companionUrl: values.COMPANION_URL ?? null,
    demoControlUrl: values.DEMO_CONTROL_URL ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    hooksAllow: values.HOOKS_ALLOW,
    trustedProxies: values.TRUSTED_PROXIES,
    retention: {
      rawEventDays: values.RAW_EVENT_DAYS,
      eventDays: values.EVENT_DAYS,
      accountEventDays: values.ACCOUNT_EVENT_DAYS,
      attemptDays: values.ATTEMPT_DAYS,
    },
    bucket: bucketOf(values),
  };
}

function isAllowList(text: string): boolean {
  try {
    readAllowedPlaces(text);
    return true;
  } catch {
    return false;
  }
}

function keepDays(byDefault: number, least = 1) {
  return z.coerce.number().int().min(least).max(36_500).default(byDefault);
}

/** The bucket that the environment names, if it names one. Throws when its settings are not whole. */
export function readBucketSettings(
  environment: Readonly<Record<string, string | undefined>>,
): S3Settings | null {
  const parsed = bucketSchema.safeParse(environment);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return bucketOf(parsed.data);
}

const bucketSchema = environmentSchema.pick({
  S3_BUCKET: true,
  S3_ENDPOINT: true,
  S3_REGION: true,
  S3_ACCESS_KEY_ID: true,
  S3_SECRET_ACCESS_KEY: true,
  S3_PATH_STYLE: true,
});

function bucketOf(values: z.output<typeof bucketSchema>): S3Settings | null {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region } = values;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  if (bucket === undefined) return null;
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    throw new Error('Set both S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or neither of them.');
  }
  return {
    bucket,
    endpoint: endpoint ?? null,
    region,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
    pathStyle: values.S3_PATH_STYLE ?? endpoint !== undefined,
  };
}

function readDirectUrl(
  values: z.output<typeof environmentSchema>,
): Pick<Config, 'databaseDirectUrl' | 'databasePooling'> {
  const { DATABASE_POOLING: databasePooling, DATABASE_DIRECT_URL: direct } = values;
  if (databasePooling === 'transaction' && direct === undefined) {
    throw new Error(
      'With DATABASE_POOLING=transaction set DATABASE_DIRECT_URL to the PostgreSQL server behind the pooler: migrations, LISTEN and the job queue need connections of their own.',
    );
  }
  return { databasePooling, databaseDirectUrl: direct ?? values.DATABASE_URL };
}

/** Processes of a split role are several: a key that one of them made up would open nothing that the others sealed. */
function readMasterKey(
  { MASTER_KEY: given, ROLE: role }: z.output<typeof environmentSchema>,
  dataDir: string,
): Uint8Array {
  const isShared = role !== 'all';
  if (given === undefined && isShared && !existsSync(join(dataDir, keyFile))) {
    throw new Error(
      `With ROLE=${role} set MASTER_KEY to the key that all processes of the installation share.`,
    );
  }
  return decodeMasterKey(given ?? readOrCreateKeyFile(dataDir));
}

/** Throws unless it is 32 bytes in base64url. */
export function decodeMasterKey(text: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.byteLength !== 32) throw new Error('MASTER_KEY must be 32 bytes in base64url.');
  return new Uint8Array(key);
}

const keyFile = 'master.key';

function readOrCreateKeyFile(dataDir: string): string {
  const path = join(dataDir, keyFile);
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
