import type { Role } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';

interface SessionRow {
  readonly sessionId: string;
  readonly memberId: string;
  readonly role: Role;
  readonly expiresAt: Date;
}

interface NewSession {
  readonly id: string;
  readonly memberId: string;
  readonly tokenHash: Buffer;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertSession(transaction: TenantTransaction, row: NewSession): Promise<void> {
  await transaction.execute(sql`
    insert into sessions (workspace_id, id, member_id, token_hash, user_agent, created_at, expires_at)
    values (${transaction.workspaceId}, ${row.id}, ${row.memberId}, ${row.tokenHash}, ${row.userAgent},
            ${row.createdAt}, ${row.expiresAt})`);
}

/** The living session of a member who is still one. */
export async function findSessionByToken(
  transaction: TenantTransaction,
  tokenHash: Buffer,
  now: Date,
): Promise<SessionRow | undefined> {
  const [row] = await transaction.query<SessionRow>(
    named(
      'find_session_by_token',
      sql`select s.id as "sessionId", m.id as "memberId", m.role, s.expires_at as "expiresAt"
          from sessions s join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
          where s.workspace_id = ${transaction.workspaceId} and s.token_hash = ${tokenHash}
          and s.expires_at > ${now} and m.removed_at is null`,
    ),
  );
  return row;
}

export async function findSessionById(
  transaction: TenantTransaction,
  sessionId: string,
  now: Date,
): Promise<SessionRow | undefined> {
  const [row] = await transaction.query<SessionRow>(
    named(
      'find_session_by_id',
      sql`select s.id as "sessionId", m.id as "memberId", m.role, s.expires_at as "expiresAt"
          from sessions s join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
          where s.workspace_id = ${transaction.workspaceId} and s.id = ${sessionId}
          and s.expires_at > ${now} and m.removed_at is null`,
    ),
  );
  return row;
}

export async function prolongSession(
  transaction: TenantTransaction,
  sessionId: string,
  expiresAt: Date,
): Promise<void> {
  await transaction.execute(sql`
    update sessions set expires_at = ${expiresAt}
    where workspace_id = ${transaction.workspaceId} and id = ${sessionId}`);
}

export async function deleteSession(transaction: TenantTransaction, sessionId: string): Promise<void> {
  await transaction.execute(sql`
    delete from sessions where workspace_id = ${transaction.workspaceId} and id = ${sessionId}`);
}

/** All of a member's sessions but one, which may be none of them. */
export async function deleteOtherSessions(
  transaction: TenantTransaction,
  memberId: string,
  keptSessionId: string | null,
): Promise<void> {
  await transaction.execute(sql`
    delete from sessions where workspace_id = ${transaction.workspaceId} and member_id = ${memberId}
    and id is distinct from ${keptSessionId}`);
}

export async function deleteExpiredSessions(
  transaction: TenantTransaction,
  memberId: string,
  now: Date,
): Promise<void> {
  await transaction.execute(sql`
    delete from sessions where workspace_id = ${transaction.workspaceId} and member_id = ${memberId}
    and expires_at <= ${now}`);
}

/** Sessions that ended by themselves before a moment. */
export function deleteEndedSessions(
  transaction: TenantTransaction,
  before: Date,
  limit: number,
): Promise<number> {
  return transaction.execute(sql`
    delete from sessions where workspace_id = ${transaction.workspaceId} and id in (
      select id from sessions where workspace_id = ${transaction.workspaceId} and expires_at < ${before} limit ${limit})`);
}
