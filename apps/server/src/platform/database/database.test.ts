import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#platform/clock';
import { createLogger } from '#platform/log';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { createDatabase } from './database.ts';
import { applicationRole } from './roles.ts';
import { named, sql } from './statement.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await createTestPlatform();
});
afterAll(() => platform.close());

describe('a connection that is lost within a transaction', () => {
  it('makes the store unavailable, for what was under way and for what is asked after it', async () => {
    const workspaceId = await platform.createWorkspace('Cut');
    let after: unknown;
    const cut = platform.database.inTenant(workspaceId, async (tx) => {
      const [session] = await tx.query<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await endSession(session?.pid ?? 0);
      // The first to ask hear of it, and those after them that nobody listens any more.
      for (let asked = 0; asked < 10 && !String(after).includes('not queryable'); asked += 1) {
        await tx.query(sql`select 1`).catch((error: unknown) => (after = error));
      }
      throw after;
    });
    await expect(cut).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(String(after)).toContain('not queryable');
    await expect(
      platform.database.inTenant(workspaceId, (tx) => tx.query(sql`select 1 as one`)),
    ).resolves.toEqual([{ one: 1 }]);
  });
});

describe('a server that takes a question and does not answer', () => {
  it('is given up, and the next transaction has a connection that works', async () => {
    const database = createDatabase({
      connection: platform.temporary.ownerConnection,
      clock: systemClock,
      log: createLogger('silent'),
      poolSize: 1,
      answersWithinMs: 200,
    });
    let pid = 0;
    const silent = database.inSystem(async (tx) => {
      const [session] = await tx.query<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      pid = session?.pid ?? 0;
      await tx.query(sql`select pg_sleep(60)`);
    });
    await expect(silent).rejects.toMatchObject({ code: 'store_unavailable' });
    await expect(database.inSystem((tx) => tx.query(sql`select 1 as one`))).resolves.toEqual([{ one: 1 }]);
    await database.close();
    await endSession(pid);
  });
});

async function endSession(pid: number): Promise<void> {
  const client = new pg.Client(platform.temporary.ownerConnection);
  await client.connect();
  await client.query('select pg_terminate_backend($1)', [pid]);
  await client.end();
}

describe('tenant isolation in the database', () => {
  it('shows a tenant its own rows and no others', async () => {
    const one = await platform.createWorkspace('One');
    const other = await platform.createWorkspace('Other');
    const seen = await platform.database.inTenant(one, (tx) =>
      tx.query<{ workspace_id: string }>(sql`select workspace_id from workspaces`),
    );
    expect(seen.map((row) => row.workspace_id)).toEqual([one]);
    await expect(
      platform.database.inTenant(other, (tx) =>
        tx.execute(sql`insert into event_counters (workspace_id, last_number) values (${one}, 0)`),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('refuses every tenant table to a transaction that names no tenant', async () => {
    await expect(platform.database.inSystem((tx) => tx.query(sql`select 1 from messages`))).rejects.toThrow(
      /renkei.workspace_id|uuid/,
    );
  });

  it('admits the system scope to queue and registry tables', async () => {
    await platform.createWorkspace('Three');
    const rows = await platform.database.inSystem((tx) => tx.query(sql`select 1 from workspaces`));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('admits it in parallel plans too, which work everything out beforehand', async () => {
    await platform.createWorkspace('Four');
    const rows = await platform.database.inSystem(async (tx) => {
      await tx.execute(sql`select set_config('debug_parallel_query', 'on', true)`);
      return tx.query(sql`select count(*) from workspaces`);
    });
    expect(Number(rows[0]?.['count'])).toBeGreaterThan(0);
  });

  it('refuses even those tables when neither tenant nor system scope is given', async () => {
    const client = new pg.Client({
      ...platform.temporary.ownerConnection,
      options: `-c role=${applicationRole}`,
    });
    await client.connect();
    await expect(client.query('select 1 from workspaces')).rejects.toThrow(/renkei.workspace_id/);
    await client.end();
  });

  it('has row-level security enabled and forced on every table with a workspace_id', async () => {
    const workspaceId = await platform.createWorkspace();
    const unprotected = await platform.database.inTenant(workspaceId, (tx) =>
      tx.query(sql`
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relispartition
          and not (c.relrowsecurity and c.relforcerowsecurity)`),
    );
    expect(unprotected).toEqual([]);
  });

  it('works as a role that owns nothing and cannot bypass row-level security', async () => {
    const workspaceId = await platform.createWorkspace();
    const [role] = await platform.database.inTenant(workspaceId, (tx) =>
      tx.query<{ rolsuper: boolean; rolbypassrls: boolean; owned: string }>(sql`
        select rolsuper, rolbypassrls, (select count(*) from pg_class where relowner = pg_roles.oid) as owned
        from pg_roles where rolname = current_user`),
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, owned: '0' });
  });
});

describe('events', () => {
  it('are numbered without gaps in the order of commits, however many transactions publish at once', async () => {
    const workspaceId = await platform.createWorkspace();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        platform.database.inTenant(workspaceId, async (tx) => {
          tx.publish({ type: 'contact.updated', contactId: randomUUID() });
          tx.publish({ type: 'contact.updated', contactId: randomUUID() });
        }),
      ),
    );
    const rows = await platform.database.inTenant(workspaceId, (tx) =>
      tx.query<{ number: string }>(named('test_events', sql`select number from events order by number`)),
    );
    expect(rows.map((row) => Number(row.number))).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  it('vanish with the transaction that fails', async () => {
    const workspaceId = await platform.createWorkspace();
    await expect(
      platform.database.inTenant(workspaceId, async (tx) => {
        tx.publish({ type: 'contact.updated', contactId: randomUUID() });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const rows = await platform.database.inTenant(workspaceId, (tx) => tx.query(sql`select 1 from events`));
    expect(rows).toEqual([]);
  });

  it('wake the listening processes after the commit', async () => {
    const workspaceId = await platform.createWorkspace();
    const woken = new Promise<void>((resolve) => {
      const off = platform.wake.on('events', (detail) => {
        // Those of the tests before may still be on their way.
        if (detail !== workspaceId) return;
        off();
        resolve();
      });
    });
    await platform.database.inTenant(workspaceId, async (tx) =>
      tx.publish({ type: 'contact.updated', contactId: randomUUID() }),
    );
    await expect(woken).resolves.toBeUndefined();
  });
});
