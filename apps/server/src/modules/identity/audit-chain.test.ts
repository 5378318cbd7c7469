import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createMetrics } from '#platform/metrics';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { recordAudit } from './audit.ts';
import { tellAuditFigures } from './figures.ts';
import { checkAuditChain } from './store-audit.ts';

let platform: TestPlatform;
let admin: pg.Client;
beforeAll(async () => {
  platform = await createTestPlatform();
  admin = new pg.Client({ ...platform.temporary.ownerConnection, user: 'postgres' });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await platform.close();
});

/** A workspace with that many entries, some of them in one transaction, some at the same time. */
async function workspaceWithEntries(count: number): Promise<string> {
  const workspaceId = await platform.createWorkspace();
  const write = (numbers: readonly number[]) =>
    platform.database.inTenant(workspaceId, async (transaction) => {
      for (const number of numbers) {
        const entry = {
          principal: null,
          action: 'contact.update',
          subjectId: String(number),
          detail: { number },
        };
        await recordAudit(transaction, platform.clock.now(), entry);
      }
    });
  const numbers = Array.from({ length: count }, (_, index) => index);
  const groups = [numbers.slice(0, 5), ...numbers.slice(5).map((number) => [number])];
  await Promise.all(groups.map(write));
  return workspaceId;
}

async function faultsOf(workspaceId: string): Promise<readonly string[]> {
  const rows = await platform.database.inTenant(workspaceId, (transaction) =>
    transaction.query<{ fault: string }>(sql`select fault from renkei_verify_audit_chain()`),
  );
  return rows.map(({ fault }) => fault);
}

/** Does it as somebody whom nothing forbids anything, asks the verifier, and takes it back. */
async function isNoticed(text: string, values: readonly unknown[]): Promise<boolean> {
  await admin.query('begin');
  try {
    const { rowCount } = await admin.query(text, [...values]);
    if (rowCount === 0) throw new Error(`Nothing was tampered with: ${text}`);
    const { rows } = await admin.query('select 1 from renkei_verify_audit_chain()');
    return rows.length > 0;
  } finally {
    await admin.query('rollback');
  }
}

describe('the audit log', () => {
  it('numbers the entries of each workspace without gaps, however many write at once', async () => {
    const workspaceId = await workspaceWithEntries(40);
    const rows = await platform.database.inTenant(workspaceId, (transaction) =>
      transaction.query<{ position: string }>(sql`select position from audit_log order by position`),
    );
    expect(rows.map(({ position }) => Number(position))).toEqual(
      Array.from({ length: 40 }, (_, at) => at + 1),
    );
    expect(await faultsOf(workspaceId)).toEqual([]);
  });

  it('shows each of 100 deletions, the newest entry’s too', async () => {
    const workspaceId = await workspaceWithEntries(100);
    for (let position = 1; position <= 100; position += 1) {
      const noticed = await isNoticed('delete from audit_log where workspace_id = $1 and position = $2', [
        workspaceId,
        position,
      ]);
      expect(noticed, `deletion of entry ${position}`).toBe(true);
    }
  });

  it('shows each of 100 changes, whatever was changed', async () => {
    const workspaceId = await workspaceWithEntries(20);
    const changes = [
      `action = 'contact.delete'`,
      `subject_id = subject_id || '0'`,
      `detail = '{"number": -1}'`,
      `created_at = created_at - interval '1 microsecond'`,
      `member_id = '${randomUUID()}'`,
    ];
    for (const change of changes) {
      for (let position = 1; position <= 20; position += 1) {
        const text = `update audit_log set ${change} where workspace_id = $1 and position = $2`;
        expect(await isNoticed(text, [workspaceId, position]), `${change} at ${position}`).toBe(true);
      }
    }
  });

  it('cannot be changed, cut or re-chained by the role that serves requests', async () => {
    const workspaceId = await workspaceWithEntries(3);
    for (const statement of [
      sql`update audit_log set action = 'none'`,
      sql`delete from audit_log`,
      sql`update audit_heads set position = 0`,
      sql`delete from audit_heads`,
    ]) {
      const attempt = platform.database.inTenant(workspaceId, (transaction) =>
        transaction.execute(statement),
      );
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    }
    expect(await faultsOf(workspaceId)).toEqual([]);
  });

  it('is looked at now and then, and metrics say at how many places it is broken', async () => {
    const workspaceId = await workspaceWithEntries(10);
    const checkedAt = new Date('2026-11-22T12:00:00Z');
    const look = async () => {
      await platform.database.inTenant(workspaceId, (tx) => checkAuditChain(tx, checkedAt));
      const metrics = createMetrics();
      tellAuditFigures({ ...platform, metrics });
      return metrics.render();
    };
    const whole = await look();
    expect(whole).toContain('renkei_audit_chain_faults 0');
    const seconds = checkedAt.getTime() / 1000;
    expect(whole).toContain(`renkei_audit_chain_checked_timestamp_seconds ${seconds}`);
    await admin.query('delete from audit_log where workspace_id = $1 and position = 4', [workspaceId]);
    expect(await look()).toContain('renkei_audit_chain_faults 1');
  });
});
