import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database, sql, type Transaction } from '#platform/database';
import { createTestPlatform, type TestPlatform } from './test-platform.ts';

/** Few connections and many transactions, so that every connection is handed from tenant to tenant all the time. */
const connections = 4;
const transactions = 4_000;

let platform: TestPlatform;
let database: Database;

beforeAll(async () => {
  platform = await createTestPlatform();
  database = createDatabase({
    connection: platform.temporary.ownerConnection,
    clock: platform.clock,
    log: platform.log,
    poolSize: connections,
  });
});

afterAll(async () => {
  await database.close();
  await platform.close();
});

const visibleWorkspaces = async (transaction: Transaction) =>
  (await transaction.query<{ id: string }>(sql`select workspace_id as id from contacts`)).map(
    (row) => row.id,
  );

test('the tenant of a transaction never survives into the next one on the same connection', async () => {
  const workspaceIds = await Promise.all(Array.from({ length: 8 }, () => platform.createWorkspace()));
  for (const workspaceId of workspaceIds) {
    await database.inTenant(workspaceId, (transaction) =>
      transaction.execute(sql`
        insert into contacts (workspace_id, id, created_at) values (${workspaceId}, gen_random_uuid(), now())`),
    );
  }

  /** What comes right after a tenant's transaction, in all the ways one can end. */
  async function visit(number: number): Promise<void> {
    const workspaceId = workspaceIds[number % workspaceIds.length] ?? '';
    const kind = number % 5;
    if (kind === 0) {
      const failing = database.inTenant(workspaceId, async (transaction) => {
        await visibleWorkspaces(transaction);
        throw new Error('on purpose');
      });
      await expect(failing).rejects.toThrow('on purpose');
    } else if (kind === 1) {
      const broken = database.inTenant(workspaceId, (transaction) => transaction.query(sql`select 1/0`));
      await expect(broken).rejects.toThrow(/division by zero/);
    } else if (kind === 2) {
      // No tenant: a tenant's table must be an error, not an empty answer and least of all the last tenant's rows.
      await expect(database.inSystem(visibleWorkspaces)).rejects.toThrow(/renkei.workspace_id|uuid/);
    } else {
      expect(await database.inTenant(workspaceId, visibleWorkspaces)).toEqual([workspaceId]);
    }
  }

  let next = 0;
  const walk = async () => {
    while (next < transactions) await visit(next++);
  };
  await Promise.all(Array.from({ length: connections * 2 }, walk));
  expect(database.poolState().total).toBeLessThanOrEqual(connections);
}, 60_000);

test('the role of a connection is the one under row-level security, and not an owner', async () => {
  const rows = await database.inSystem((transaction) =>
    transaction.query(sql`
      select current_user as role, r.rolsuper or r.rolbypassrls as free,
             exists (select from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owns
      from pg_roles r where r.rolname = current_user`),
  );
  expect(rows).toEqual([{ role: 'renkei_app', free: false, owns: false }]);
});
