import { sql, type TenantTransaction } from '#platform/database';

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
