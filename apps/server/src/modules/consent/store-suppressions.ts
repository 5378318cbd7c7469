/** All SQL over suppressions. */
import { named, sql, type TenantTransaction } from '#platform/database';

/** What the provider keeps from a person: a template of an experiment, or marketing until a time. */
export interface Suppression {
  readonly contactId: string;
  readonly reason: 'experiment' | 'marketing_limit';
  /** Of an experiment: the name of the template. */
  readonly subject: string;
  readonly toldAt: Date;
  /** Null: for good. */
  readonly until: Date | null;
  /** How often in a row it was told. */
  readonly strikes: number;
}

export function readSuppressions(
  tx: TenantTransaction,
  contactIds: readonly string[],
): Promise<readonly Suppression[]> {
  return tx.query<Suppression>(
    named(
      'suppressions_of',
      sql`select contact_id as "contactId", reason, subject, told_at as "toldAt", until, strikes from suppressions
          where workspace_id = ${tx.workspaceId} and contact_id = any(${contactIds}::uuid[])`,
    ),
  );
}

/** The same waits for each other: strikes are counted from what is there. */
export async function lockSuppressions(tx: TenantTransaction, contactIds: readonly string[]): Promise<void> {
  await tx.query(sql`
    select from suppressions where workspace_id = ${tx.workspaceId} and contact_id = any(${contactIds}::uuid[])
    order by contact_id, reason, subject for update`);
}

export async function putSuppressions(
  tx: TenantTransaction,
  suppressions: readonly Suppression[],
): Promise<void> {
  await tx.execute(
    named(
      'suppressions_put',
      sql`insert into suppressions as known (workspace_id, contact_id, reason, subject, told_at, until, strikes)
          select ${tx.workspaceId}, item.*
          from unnest(${suppressions.map(({ contactId }) => contactId)}::uuid[],
            ${suppressions.map(({ reason }) => reason)}::text[], ${suppressions.map(({ subject }) => subject)}::text[],
            ${suppressions.map(({ toldAt }) => toldAt)}::timestamptz[],
            ${suppressions.map(({ until }) => until)}::timestamptz[],
            ${suppressions.map(({ strikes }) => strikes)}::integer[]) as item
          on conflict (workspace_id, contact_id, reason, subject) do update
            set told_at = excluded.told_at, until = excluded.until, strikes = excluded.strikes
            where excluded.told_at >= known.told_at`,
    ),
  );
}

/** What is kept from one is kept from whom they were found to be; where both have it, the later counts. */
export async function moveSuppressions(
  tx: TenantTransaction,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  await tx.execute(sql`
    insert into suppressions as known (workspace_id, contact_id, reason, subject, told_at, until, strikes)
    select workspace_id, ${into}, reason, subject, told_at, until, strikes from suppressions
    where workspace_id = ${tx.workspaceId} and contact_id = ${from}
    on conflict (workspace_id, contact_id, reason, subject) do update
      set told_at = excluded.told_at, until = excluded.until, strikes = excluded.strikes
      where excluded.told_at > known.told_at`);
  await tx.execute(sql`
    delete from suppressions where workspace_id = ${tx.workspaceId} and contact_id = ${from}`);
}
