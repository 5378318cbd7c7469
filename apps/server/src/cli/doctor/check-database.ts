import pg from 'pg';
import { applicationRole, listMigrations } from '#platform/database';
import { OperatorError } from '#platform/operator-error';
import { withDatabaseUrl } from '../with-database.ts';
import { type Check, type Finding, ok, problem, same } from './finding.ts';

const reachable = { en: 'Database', ja: 'データベース' };
const version = { en: 'PostgreSQL version', ja: 'PostgreSQL の版' };
const role = { en: 'Database role', ja: 'データベースの役割' };
const migrations = { en: 'Database schema', ja: 'データベースの構造' };
const atFirstStart = { en: 'made at the first start', ja: '初回起動時に作成されます' };
const leastVersion = 150_000;

export const checkDatabase: Check = async () => {
  try {
    return await withDatabaseUrl((connectionString) => inspect(connectionString));
  } catch (error) {
    if (error instanceof OperatorError) return [problem(reachable, error.reason, error.remedy)];
    return [
      problem(reachable, same(error instanceof Error ? error.message : String(error)), {
        en: 'Check DATABASE_URL, and that the server runs and lets this machine in.',
        ja: 'DATABASE_URL と、サーバーが動作していてこのマシンからの接続を許可しているかを確認してください。',
      }),
    ];
  }
};

async function inspect(connectionString: string): Promise<readonly Finding[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = ok(reachable, { en: 'reachable', ja: '接続できます' });
    return [found, await checkVersion(client), await checkRole(client), await checkMigrations(client)];
  } finally {
    await client.end();
  }
}

async function checkVersion(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ number: number; text: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS text`,
  );
  const [found] = rows;
  if (found !== undefined && found.number >= leastVersion) return ok(version, same(found.text));
  return problem(version, same(found?.text ?? '?'), {
    en: 'Renkei needs PostgreSQL 15 or newer.',
    ja: 'PostgreSQL 15 以降が必要です。',
  });
}

/** A role that passes through row-level security would let one workspace see another. */
async function checkRole(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ exempt: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS exempt FROM pg_roles WHERE rolname = $1',
    [applicationRole],
  );
  const [found] = rows;
  if (found?.exempt === true) {
    return problem(
      role,
      {
        en: `${applicationRole} bypasses row-level security`,
        ja: `${applicationRole} が行レベルセキュリティを迂回します`,
      },
      same(`ALTER ROLE ${applicationRole} NOSUPERUSER NOBYPASSRLS`),
    );
  }
  return ok(role, found === undefined ? atFirstStart : same(applicationRole));
}

async function checkMigrations(client: pg.Client): Promise<Finding> {
  const { rows: tables } = await client.query(`SELECT to_regclass('schema_migrations') AS name`);
  if (tables[0]?.name === null) return ok(migrations, atFirstStart);
  const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migrations');
  const applied = new Set(rows.map((row) => row.name));
  const pending = (await listMigrations()).filter((migration) => !applied.has(migration.name)).length;
  if (pending === 0) return ok(migrations, { en: 'up to date', ja: '最新です' });
  return problem(
    migrations,
    { en: `migrations to apply: ${pending}`, ja: `未適用のマイグレーション: ${pending} 件` },
    {
      en: 'The next start applies them; `npx renkei migrate` does it now.',
      ja: '次の起動時に適用されます。`npx renkei migrate` ですぐに適用できます。',
    },
  );
}
