import { sql } from '#platform/database';
import type { TestPlatform } from './test-platform.ts';

/** How many sessions of this database wait for a lock. */
export async function countWaiting({ database }: Pick<TestPlatform, 'database'>): Promise<number> {
  const [row] = await database.inSystem((tx) =>
    tx.query<{ count: number }>(sql`
      select count(*)::integer as count from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where not l.granted and a.datname = current_database()`),
  );
  return row?.count ?? 0;
}
