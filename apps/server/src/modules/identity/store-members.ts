import type { Role } from '@renkei/contract';
import { named, sql, type TenantTransaction, type Transaction } from '#platform/database';

export interface MemberRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string | null;
  readonly createdAt: Date;
}

interface CredentialsRow {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly passwordHash: string | null;
}

export async function insertWorkspace(
  transaction: TenantTransaction,
  name: string,
  createdAt: Date,
): Promise<void> {
  await transaction.execute(sql`
    insert into workspaces (workspace_id, name, created_at)
    values (${transaction.workspaceId}, ${name}, ${createdAt})`);
}

export async function readWorkspaceName(transaction: TenantTransaction): Promise<string> {
  const rows = await transaction.query<{ name: string }>(
    sql`select name from workspaces where workspace_id = ${transaction.workspaceId}`,
  );
  return rows[0]?.name ?? '';
}

/** Whoever changes memberships waits here for the one before, so that what was checked is still true at the commit. */
export async function lockMemberships(transaction: TenantTransaction): Promise<void> {
  await transaction.query(
    sql`select from workspaces where workspace_id = ${transaction.workspaceId} for update`,
  );
}

export async function insertMember(transaction: TenantTransaction, row: MemberRow): Promise<void> {
  await transaction.execute(sql`
    insert into members (workspace_id, id, email, name, role, password_hash, created_at)
    values (${transaction.workspaceId}, ${row.id}, ${row.email}, ${row.name}, ${row.role}, ${row.passwordHash},
            ${row.createdAt})`);
}

/** Members who have not been removed. */
export async function listMemberRows(transaction: TenantTransaction): Promise<readonly MemberRow[]> {
  return transaction.query<MemberRow>(sql`
    select id, email, name, role, password_hash as "passwordHash", created_at as "createdAt"
    from members where workspace_id = ${transaction.workspaceId} and removed_at is null
    order by created_at, id`);
}

export async function findMember(
  transaction: TenantTransaction,
  memberId: string,
): Promise<MemberRow | undefined> {
  const [row] = await transaction.query<MemberRow>(
    named(
      'find_member',
      sql`select id, email, name, role, password_hash as "passwordHash", created_at as "createdAt"
          from members where workspace_id = ${transaction.workspaceId} and id = ${memberId}
          and removed_at is null`,
    ),
  );
  return row;
}

export async function isMemberEmail(transaction: TenantTransaction, email: string): Promise<boolean> {
  const rows = await transaction.query(sql`
    select from members
    where workspace_id = ${transaction.workspaceId} and email = ${email} and removed_at is null`);
  return rows.length > 0;
}

export async function countOwners(transaction: TenantTransaction): Promise<number> {
  const rows = await transaction.query<{ count: number }>(sql`
    select count(*)::int as count from members
    where workspace_id = ${transaction.workspaceId} and role = 'owner' and removed_at is null`);
  return rows[0]?.count ?? 0;
}

export async function updateMemberRow(
  transaction: TenantTransaction,
  row: Pick<MemberRow, 'id' | 'email' | 'name' | 'role' | 'passwordHash'>,
): Promise<void> {
  await transaction.execute(sql`
    update members set email = ${row.email}, name = ${row.name}, role = ${row.role},
      password_hash = ${row.passwordHash}
    where workspace_id = ${transaction.workspaceId} and id = ${row.id}`);
}

/** The row stays: their name goes on standing beside what they wrote. The password goes. */
export async function markMemberRemoved(
  transaction: TenantTransaction,
  memberId: string,
  removedAt: Date,
): Promise<void> {
  await transaction.execute(sql`
    update members set removed_at = ${removedAt}, password_hash = null
    where workspace_id = ${transaction.workspaceId} and id = ${memberId}`);
}

/** Names by id, of removed members too. */
export async function readMemberNames(
  transaction: TenantTransaction,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (memberIds.length === 0) return new Map();
  const rows = await transaction.query<{ id: string; name: string }>(
    named(
      'read_member_names',
      sql`select id, name from members
          where workspace_id = ${transaction.workspaceId} and id = any(${[...memberIds]}::uuid[])`,
    ),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** In every workspace: who signs in names no tenant. */
export async function findCredentials(
  transaction: Transaction,
  email: string,
): Promise<readonly CredentialsRow[]> {
  return transaction.query<CredentialsRow>(sql`
    select workspace_id as "workspaceId", id as "memberId", password_hash as "passwordHash"
    from members where email = ${email} and removed_at is null
    order by created_at limit 5`);
}

/** Any number will do as long as it is this lock's alone. */
const firstOwnerLockKey = 7_307_002;

export async function lockFirstOwner(transaction: Transaction): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${firstOwnerLockKey})`);
}

/** The first owner of the first workspace; undefined before there is one. */
export async function findFirstOwner(
  transaction: Transaction,
): Promise<{ readonly workspaceId: string; readonly memberId: string } | undefined> {
  const [row] = await transaction.query<{ workspaceId: string; memberId: string }>(sql`
    select m.workspace_id as "workspaceId", m.id as "memberId"
    from members m join workspaces w on w.workspace_id = m.workspace_id
    where m.role = 'owner' and m.removed_at is null
    order by w.created_at, m.created_at, m.id limit 1`);
  return row;
}
