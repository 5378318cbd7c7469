import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '#platform/clock';
import { createDatabase, type Database, sql } from '#platform/database';
import { createLogger } from '#platform/log';
import { createMetrics } from '#platform/metrics';
import type { Platform } from '#platform/module';
import { listenForWakes } from '#platform/wake';
import { prepareDatabase } from '../src/prepare-database.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

export interface TestPlatform extends Platform {
  readonly temporary: TemporaryDatabase;
  /** Makes an empty workspace. */
  createWorkspace(name?: string): Promise<string>;
  close(): Promise<void>;
}

/** A migrated database of its own and everything a module is built with. Call `close` in `afterAll`. */
export async function createTestPlatform(options: { readonly clock?: Clock } = {}): Promise<TestPlatform> {
  const clock = options.clock ?? systemClock;
  const log = createLogger(process.env['TEST_LOG_LEVEL'] ?? 'silent');
  const temporary = await createTemporaryDatabase({
    migrate: (ownerConnection) => prepareDatabase({ ownerConnection, log }),
  });
  const database = createDatabase({ connection: temporary.ownerConnection, clock, log });
  const wake = await listenForWakes({ connection: temporary.ownerConnection, log });
  return {
    database,
    wake,
    clock,
    log,
    metrics: createMetrics(),
    temporary,
    createWorkspace: (name = 'Test') => createWorkspace(database, name),
    async close() {
      await wake.close();
      await database.close();
      await temporary.drop();
    },
  };
}

async function createWorkspace(database: Database, name: string): Promise<string> {
  const workspaceId = randomUUID();
  await database.inTenant(workspaceId, (transaction) =>
    transaction.execute(
      sql`insert into workspaces (workspace_id, name, created_at) values (${workspaceId}, ${name}, now())`,
    ),
  );
  return workspaceId;
}
