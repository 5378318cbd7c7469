import { named, sql, type TenantTransaction } from '#platform/database';
import type { ContactMerge } from './identity-book.ts';

/** What a person decided in WhatsApp about messages of a category from a number. */
export interface MarketingPreference {
  readonly contactId: string;
  readonly channelId: string;
  /** `marketing_messages` is the only one known. */
  readonly category: string;
  readonly choice: 'stop' | 'resume' | 'signup';
  readonly decidedAt: Date;
}

/** SQL over `marketing_preferences`. At most one of each person, number and category; gives whose have changed. */
export async function upsertPreferences(
  transaction: TenantTransaction,
  preferences: readonly MarketingPreference[],
): Promise<readonly string[]> {
  if (preferences.length === 0) return [];
  const rows = await transaction.query<{ contact_id: string }>(
    named(
      'upsert_marketing_preferences',
      sql`insert into marketing_preferences as known
            (workspace_id, contact_id, channel_id, category, choice, decided_at)
          select ${transaction.workspaceId}, item.*
          from unnest(${preferences.map((preference) => preference.contactId)}::uuid[],
                      ${preferences.map((preference) => preference.channelId)}::uuid[],
                      ${preferences.map((preference) => preference.category)}::text[],
                      ${preferences.map((preference) => preference.choice)}::text[],
                      ${preferences.map((preference) => preference.decidedAt)}::timestamptz[]) as item
          on conflict (workspace_id, contact_id, channel_id, category) do update
            set choice = excluded.choice, decided_at = excluded.decided_at
            where excluded.decided_at > known.decided_at
              or (excluded.decided_at = known.decided_at and excluded.choice = 'stop' and known.choice <> 'stop')
          returning contact_id`,
    ),
  );
  return [...new Set(rows.map((row) => row.contact_id))];
}

/** What these people last decided about marketing messages from the number. */
export function readPreferences(
  transaction: TenantTransaction,
  channelId: string,
  contactIds: readonly string[],
): Promise<readonly MarketingPreference[]> {
  return transaction.query<MarketingPreference>(
    named(
      'read_marketing_preferences',
      sql`select contact_id as "contactId", channel_id as "channelId", category, choice, decided_at as "decidedAt"
          from marketing_preferences
          where workspace_id = ${transaction.workspaceId} and contact_id = any(${contactIds}::uuid[])
            and channel_id = ${channelId} and category = 'marketing_messages'`,
    ),
  );
}

/** Decisions go with those who stay; where both decided, the later counts. */
export async function movePreferences(
  transaction: TenantTransaction,
  merges: readonly ContactMerge[],
): Promise<void> {
  for (const { from, into } of merges) {
    await transaction.execute(sql`
      insert into marketing_preferences as known (workspace_id, contact_id, channel_id, category, choice, decided_at)
      select workspace_id, ${into}, channel_id, category, choice, decided_at from marketing_preferences
      where workspace_id = ${transaction.workspaceId} and contact_id = ${from}
      on conflict (workspace_id, contact_id, channel_id, category) do update
        set choice = excluded.choice, decided_at = excluded.decided_at
        where excluded.decided_at > known.decided_at
          or (excluded.decided_at = known.decided_at and excluded.choice = 'stop')`);
    await transaction.execute(sql`
      delete from marketing_preferences
      where workspace_id = ${transaction.workspaceId} and contact_id = ${from}`);
  }
}
