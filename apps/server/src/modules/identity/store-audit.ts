import { named, sql, type TenantTransaction, type Transaction } from '#platform/database';

interface AuditRow {
  readonly id: string;
  readonly memberId: string | null;
  readonly action: string;
  readonly subjectId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

export async function insertAuditEntry(transaction: TenantTransaction, row: AuditRow): Promise<void> {
  await transaction.execute(sql`
    insert into audit_log (workspace_id, id, member_id, action, subject_id, detail, created_at)
    values (${transaction.workspaceId}, ${row.id}, ${row.memberId}, ${row.action}, ${row.subjectId},
            ${JSON.stringify(row.detail)}, ${row.createdAt})`);
}

/** Works out the chain of the workspace's audit log anew and notes at how many places it is broken. */
export async function checkAuditChain(transaction: TenantTransaction, now: Date): Promise<void> {
  await transaction.execute(sql`
    insert into audit_checks (workspace_id, checked_at, faults)
    select ${transaction.workspaceId}, ${now}, count(*) from renkei_verify_audit_chain()
    on conflict (workspace_id) do update set checked_at = excluded.checked_at, faults = excluded.faults`);
}

/** Of all workspaces: the broken places, and the check that is longest ago; null before the first. System scope. */
export async function readAuditChecks(
  transaction: Transaction,
): Promise<{ readonly faults: number; readonly checkedAt: Date | null }> {
  const [row] = await transaction.query<{ faults: number; checkedAt: Date | null }>(
    named(
      'read_audit_checks',
      sql`select coalesce(sum(faults), 0)::integer as faults, min(checked_at) as "checkedAt" from audit_checks`,
    ),
  );
  return row ?? { faults: 0, checkedAt: null };
}
