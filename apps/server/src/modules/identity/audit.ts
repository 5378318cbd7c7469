import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import type { Principal } from '#platform/module';
import { insertAuditEntry } from './store-audit.ts';

export interface AuditEntry {
  /** `null`: the system itself, or nobody yet. */
  readonly principal: Pick<Principal, 'memberId'> | null;
  /** Glossary noun and verb, e.g. `member.remove`. */
  readonly action: string;
  readonly subjectId: string | null;
  /** What changed. No secrets, no message content. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Notes who did what, in the transaction that does it. */
export async function recordAudit(
  transaction: TenantTransaction,
  at: Date,
  entry: AuditEntry,
): Promise<void> {
  await insertAuditEntry(transaction, {
    id: newId(),
    memberId: entry.principal?.memberId ?? null,
    action: entry.action,
    subjectId: entry.subjectId,
    detail: entry.detail ?? {},
    createdAt: at,
  });
}
