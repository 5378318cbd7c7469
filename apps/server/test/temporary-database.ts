import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';

/** Over the unix socket, so there is no password. */
export interface TestConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export interface TemporaryDatabaseOptions {
  /** Runs once per test run, on the template every later database is cloned from. */
  readonly migrate?: (ownerConnection: TestConnection) => Promise<void>;
  /** Names the template; give another name with another `migrate`. */
  readonly templateName?: string;
}

export interface TemporaryDatabase {
  /** As the owner of the database: migrates and grants, is no superuser. */
  readonly ownerConnection: TestConnection;
  /** As superuser: sees all rows of all workspaces. For a test's own looks behind the curtain. */
  readonly adminConnection: TestConnection;
  /** The same database as another role, e.g. the application's. */
  connectionAs(user: string): TestConnection;
  /** Drops it. Throws when a connection is still open: the code under test, or the test, leaked it. */
  drop(): Promise<void>;
}

const owner = 'renkei_owner';
const closeWithinMs = 2_000;

/** A database of its own for one test file, cloned in some 50 ms; call `drop` in `afterAll`. */
export async function createTemporaryDatabase(
  options: TemporaryDatabaseOptions = {},
): Promise<TemporaryDatabase> {
  const server = inject('postgresAdminConnection');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(server, async (client) => {
    const template = await ensureTemplate(client, server, options);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${owner}`);
  });
  const connectionAs = (user: string): TestConnection => ({ ...server, user, database: name });
  return {
    ownerConnection: connectionAs(owner),
    adminConnection: connectionAs(server.user),
    connectionAs,
    drop: () => dropWithoutLeaks(server, name),
  };
}

/** The advisory lock lets the first test file migrate while the others wait; a failed one leaves no template. */
async function ensureTemplate(
  client: pg.Client,
  server: TestConnection,
  options: TemporaryDatabaseOptions,
): Promise<string> {
  if (options.migrate === undefined) return 'template1';
  const name = `template_${options.templateName ?? 'migrated'}`;
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [
      name,
    ]);
    if (rowCount === 1) return name;
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${owner}`);
    await options.migrate({ ...server, user: owner, database: name });
    await waitForNoConnections(client, name);
    await client.query(`ALTER DATABASE ${pg.escapeIdentifier(name)} IS_TEMPLATE true`);
    return name;
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [name]);
  }
}

async function dropWithoutLeaks(server: TestConnection, name: string): Promise<void> {
  await withClient(server, async (client) => {
    const leaks = await waitForNoConnections(client, name);
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    if (leaks.length > 0)
      throw new Error(`Connections left open at the end of the test:\n${leaks.join('\n')}`);
  });
}

/** A closed connection's backend needs a moment to go away. */
async function waitForNoConnections(client: pg.Client, name: string): Promise<readonly string[]> {
  const deadlineMs = performance.now() + closeWithinMs;
  for (;;) {
    const { rows } = await client.query<{ line: string }>(
      `SELECT concat_ws(' ', usename, application_name, state, left(query, 200)) AS line
         FROM pg_stat_activity WHERE datname = $1`,
      [name],
    );
    if (rows.length === 0 || performance.now() > deadlineMs) return rows.map((row) => row.line);
    await delay(20);
  }
}

async function withClient(
  connection: TestConnection,
  use: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ ...connection });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    postgresAdminConnection: TestConnection;
  }
}
