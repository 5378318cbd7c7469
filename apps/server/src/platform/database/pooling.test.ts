import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { createDatabase, type Database } from './database.ts';
import { named, sql } from './statement.ts';
import { createSystemStatements, type StatementPool } from './statement-pool.ts';

let platform: TestPlatform;
let database: Database;
let statements: StatementPool;
beforeAll(async () => {
  platform = await createTestPlatform();
  const { log, clock } = platform;
  const shared = { connection: platform.temporary.ownerConnection, log, pooling: 'transaction' } as const;
  // One connection: whatever a transaction left behind, the next would find.
  database = createDatabase({ ...shared, clock, poolSize: 1 });
  statements = createSystemStatements({ ...shared, poolSize: 1 });
});
afterAll(async () => {
  await database.close();
  await statements.close();
  await platform.close();
});

it('works as the application role in every transaction, and leaves nothing behind on a connection', async () => {
  const workspaceId = await platform.createWorkspace();
  const [row] = await database.inTenant(workspaceId, (tx) =>
    tx.query(named('who', sql`select current_user as role, current_setting('lock_timeout') as lock_timeout`)),
  );
  expect(row).toEqual({ role: 'renkei_app', lock_timeout: '10s' });
  const [left] = await database.inSystem((tx) =>
    tx.query(sql`select count(*)::int as prepared, current_setting('renkei.workspace_id', true) as workspace
                 from pg_prepared_statements`),
  );
  expect(left).toEqual({ prepared: 0, workspace: '' });
  await expect(
    database.inTenant(workspaceId, (tx) =>
      tx.execute(sql`insert into event_counters (workspace_id, last_number) values (${randomUUID()}, 0)`),
    ),
  ).rejects.toThrow(/row-level security/);
});

it('gives statements without a tenant the system scope in a transaction of their own', async () => {
  await statements.execute(sql`select 1 / (case when renkei_system_scope() then 1 else 0 end)`);
  await expect(statements.execute(sql`select 1 / 0`)).rejects.toThrow(/zero/);
  await statements.execute(named('again', sql`select count(*) from workspaces where name = ${'x'}`));
});
