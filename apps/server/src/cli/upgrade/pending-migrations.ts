import pg from 'pg';
import { listMigrations } from '#platform/database';

/** What an installation that exists has still to be brought to, in order; nothing for a new one. */
export async function findPendingMigrations(connectionString: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows: found } = await client.query<{ exists: boolean }>(
      `select to_regclass('schema_migrations') is not null as exists`,
    );
    if (found[0]?.exists !== true) return [];
    const { rows } = await client.query<{ name: string }>('select name from schema_migrations');
    const applied = new Set(rows.map(({ name }) => name));
    if (applied.size === 0) return [];
    const all = await listMigrations();
    return all.filter(({ name }) => !applied.has(name)).map(({ name }) => name);
  } finally {
    await client.end();
  }
}
