import { sql, type TenantTransaction, type Transaction } from '#platform/database';

interface SignInLinkRow {
  readonly tokenHash: Buffer;
  readonly memberId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertSignInLink(transaction: TenantTransaction, row: SignInLinkRow): Promise<void> {
  await transaction.execute(sql`
    insert into sign_in_links (workspace_id, token_hash, member_id, created_at, expires_at)
    values (${transaction.workspaceId}, ${row.tokenHash}, ${row.memberId}, ${row.createdAt}, ${row.expiresAt})`);
}

/** Uses a link up: of any number who try at once one gets the member, the others nothing. */
export async function consumeSignInLink(
  transaction: TenantTransaction,
  tokenHash: Buffer,
  now: Date,
): Promise<string | undefined> {
  const [row] = await transaction.query<{ memberId: string }>(sql`
    update sign_in_links l set used_at = ${now}
    from members m
    where l.workspace_id = ${transaction.workspaceId} and l.token_hash = ${tokenHash}
    and l.used_at is null and l.expires_at > ${now}
    and m.workspace_id = l.workspace_id and m.id = l.member_id and m.removed_at is null
    returning l.member_id as "memberId"`);
  return row?.memberId;
}

export async function countUsedSignInLinks(transaction: TenantTransaction): Promise<number> {
  const rows = await transaction.query<{ count: number }>(sql`
    select count(*)::int as count from sign_in_links
    where workspace_id = ${transaction.workspaceId} and used_at is not null`);
  return rows[0]?.count ?? 0;
}

export async function deleteSignInLinks(transaction: TenantTransaction, memberId: string): Promise<void> {
  await transaction.execute(sql`
    delete from sign_in_links
    where workspace_id = ${transaction.workspaceId} and member_id = ${memberId} and used_at is null`);
}

/**
 * Counts one more try for an address before its password is looked at, so that tries at the same moment count too.
 * The count begins again when the window of the first try is over. Gives the tries of the window, this one included.
 */
export async function countSignInAttempt(
  transaction: Transaction,
  email: string,
  now: Date,
  windowBegan: Date,
): Promise<number> {
  const rows = await transaction.query<{ failures: number }>(sql`
    insert into sign_in_failures as f (email, failures, first_failed_at) values (${email}, 1, ${now})
    on conflict (email) do update set
      failures = case when f.first_failed_at < ${windowBegan} then 1 else f.failures + 1 end,
      first_failed_at = case when f.first_failed_at < ${windowBegan} then ${now} else f.first_failed_at end
    returning failures`);
  return rows[0]?.failures ?? 1;
}

export async function forgetSignInAttempts(transaction: Transaction, email: string): Promise<void> {
  await transaction.execute(sql`delete from sign_in_failures where email = ${email}`);
}

/** A few at a time, and none that somebody else is at. Gives how many. */
export function deleteOldSignInAttempts(
  transaction: Transaction,
  before: Date,
  limit: number,
): Promise<number> {
  return transaction.execute(sql`
    delete from sign_in_failures where email in (
      select email from sign_in_failures where first_failed_at < ${before} limit ${limit} for update skip locked)`);
}

/** Links that ended before a moment, used or not. */
export function deleteExpiredSignInLinks(
  transaction: TenantTransaction,
  before: Date,
  limit: number,
): Promise<number> {
  return transaction.execute(sql`
    delete from sign_in_links where workspace_id = ${transaction.workspaceId} and token_hash in (
      select token_hash from sign_in_links
      where workspace_id = ${transaction.workspaceId} and expires_at < ${before} limit ${limit})`);
}
