import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { createLogger } from '#platform/log';
import { prepareDatabase } from '../../src/prepare-database.ts';

export interface BenchDatabase {
  readonly ownerConnection: ClientConfig;
  readonly adminConnection: ClientConfig;
  stop(): Promise<void>;
}

/** The product's own PostgreSQL with the product's own settings, syncing for real, on a folder that is thrown away. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'renkei-bench-'));
  // As root PostgreSQL runs as another user, who must be able to pass.
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    log: { info: () => undefined, debug: () => undefined },
  });
  await prepareDatabase({ ownerConnection: postgres.connection, log: createLogger('silent') });
  return {
    ownerConnection: postgres.connection,
    adminConnection: { ...postgres.adminConnection, database: postgres.connection.database },
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
