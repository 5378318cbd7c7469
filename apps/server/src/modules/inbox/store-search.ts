import { named, sql, type TenantTransaction } from '#platform/database';

/** SQL over `message_search`. */
export interface SearchEntry {
  readonly messageId: string;
  readonly conversationId: string;
  readonly shownAt: string;
  readonly normalised: string;
  readonly tokens: readonly string[];
}

export async function insertSearchEntries(
  transaction: TenantTransaction,
  entries: readonly SearchEntry[],
): Promise<void> {
  await transaction.execute(
    named(
      'insert_search_entries',
      sql`insert into message_search (workspace_id, message_id, conversation_id, shown_at, text_normalised, bigrams)
          select ${transaction.workspaceId}, entry."messageId", entry."conversationId", entry."shownAt",
                 entry.normalised, array_to_tsvector(entry.tokens)
          from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
               as entry ("messageId" uuid, "conversationId" uuid, "shownAt" timestamptz, normalised text, tokens text[])
          on conflict do nothing`,
    ),
  );
}

export async function deleteSearchEntries(
  transaction: TenantTransaction,
  messageIds: readonly string[],
): Promise<void> {
  if (messageIds.length === 0) return;
  await transaction.execute(
    named(
      'delete_search_entries',
      sql`delete from message_search
          where workspace_id = ${transaction.workspaceId} and message_id = any(${messageIds}::uuid[])`,
    ),
  );
}

export interface TextMatch {
  readonly conversation_id: string;
  readonly text_normalised: string;
}

/** The newest matching text of each conversation. `tsquery` narrows, `pattern` decides. */
export async function findTexts(
  transaction: TenantTransaction,
  query: { readonly tsquery: string | null; readonly pattern: string; readonly limit: number },
): Promise<readonly TextMatch[]> {
  return transaction.query<TextMatch>(
    sql`with matching as (
          select conversation_id, text_normalised, shown_at from message_search
          where workspace_id = ${transaction.workspaceId}
            and (${query.tsquery}::tsquery is null or bigrams @@ ${query.tsquery}::tsquery)
            and text_normalised like ${query.pattern}
          order by shown_at desc limit 2000)
        select distinct on (conversation_id) conversation_id, text_normalised
        from matching order by conversation_id, shown_at desc limit ${query.limit}`,
  );
}
