import pg from 'pg';
import { wrongLocale } from './problems.ts';

/** Connection settings over the unix socket; spread into `pg.Client` or `pg.Pool`. */
export interface ReadyDatabase {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

interface PrepareInput {
  readonly dataDir: string;
  readonly socketDir: string;
  readonly port: number;
  readonly databaseName: string;
  readonly ownerName: string;
}

/**
 * Checks that the cluster speaks UTF-8 in every place that matters, and makes the product's database with an owner
 * who is no superuser (a superuser would pass through row-level security).
 *
 * @returns PostgreSQL's version, e.g. `18.4`
 */
export async function prepareDatabase(input: PrepareInput): Promise<string> {
  const client = new pg.Client({
    host: input.socketDir,
    port: input.port,
    user: 'postgres',
    database: 'postgres',
  });
  // Without a listener an error on an idle connection ends the whole process; queries report theirs themselves.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const version = await checkCluster(client, input.dataDir);
    await ensureOwner(client, input.ownerName);
    await ensureDatabase(client, input.databaseName, input.ownerName);
    return version;
  } finally {
    await client.end();
  }
}

async function checkCluster(client: pg.Client, dataDir: string): Promise<string> {
  const { rows } = await client.query<{ version: string; locale: string }>(
    `SELECT current_setting('server_version') AS version,
            concat_ws(' ', pg_encoding_to_char(encoding), datlocprovider, datlocale, datctype) AS locale
       FROM pg_database WHERE datname = 'postgres'`,
  );
  const [found] = rows;
  if (found?.locale !== 'UTF8 b C.UTF-8 C.UTF-8') throw wrongLocale(dataDir, found?.locale ?? 'unknown');
  return found.version;
}

async function ensureOwner(client: pg.Client, ownerName: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [ownerName]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${pg.escapeIdentifier(ownerName)} LOGIN CREATEROLE`);
}

async function ensureDatabase(client: pg.Client, databaseName: string, ownerName: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName]);
  if (rowCount !== 0) return;
  await client.query(
    `CREATE DATABASE ${pg.escapeIdentifier(databaseName)} OWNER ${pg.escapeIdentifier(ownerName)}`,
  );
}
