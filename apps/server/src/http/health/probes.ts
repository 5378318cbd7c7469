import { statfs } from 'node:fs/promises';
import { type Database, listMigrations, sql } from '#platform/database';
import type { ReadinessProbe } from './readiness.ts';

const minimumFreeShare = 0.05;
const maximumIntakeLagMs = 60_000;

/** The database takes a write: a commit that leaves nothing behind but a record in its log. */
export function databaseProbe(database: Database): ReadinessProbe {
  return {
    name: 'database',
    async check() {
      await database.inSystem((transaction) =>
        transaction.execute(sql`select pg_logical_emit_message(true, 'renkei', 'readiness')`),
      );
      return undefined;
    },
  };
}

/** The schema is that of this release. */
export function migrationsProbe(database: Database): ReadinessProbe {
  let current = false;
  return {
    name: 'migrations',
    async check() {
      if (current) return undefined;
      const wanted = await listMigrations();
      const rows = await database.inSystem((transaction) =>
        transaction.query<{ name: string }>(sql`select name from schema_migrations`),
      );
      const applied = new Set(rows.map((row) => row.name));
      const missing = wanted.filter((migration) => !applied.has(migration.name)).map(({ name }) => name);
      current = missing.length === 0;
      return current ? undefined : `not applied: ${missing.join(', ')}`;
    },
  };
}

/** The disk of the data folder has room. */
export function diskProbe(dataDir: string): ReadinessProbe {
  return {
    name: 'disk',
    async check() {
      const { bavail, blocks } = await statfs(dataDir);
      const share = blocks === 0 ? 1 : bavail / blocks;
      return share >= minimumFreeShare ? undefined : `only ${(share * 100).toFixed(1)} % free`;
    },
  };
}

/** Received events do not wait. `lagMs`: the age of the oldest one that nobody has processed. */
export function intakeProbe(lagMs: () => Promise<number>): ReadinessProbe {
  return {
    name: 'intake',
    async check() {
      const ms = await lagMs();
      return ms <= maximumIntakeLagMs ? undefined : `${Math.round(ms / 1000)} s behind`;
    },
  };
}
