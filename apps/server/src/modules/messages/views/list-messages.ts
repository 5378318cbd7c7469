import type { Message } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { decodeCursor, encodeCursor } from '#platform/paging';
import { readThreadPage } from './store-views.ts';
import { type ViewNeeds, viewMessages } from './view-messages.ts';

const defaultLimit = 50;

/** A page of a conversation, newest first. */
export async function listMessages(
  needs: ViewNeeds,
  transaction: TenantTransaction,
  page: {
    readonly conversationId: string;
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
  },
): Promise<{ readonly items: Message[]; readonly nextCursor: string | null }> {
  const limit = page.limit ?? defaultLimit;
  const [shownAt, arrival] = decodeCursor(page.cursor, ['instant', 'integer']);
  const before = shownAt === undefined || arrival === undefined ? undefined : { shownAt, arrival };
  const rows = await readThreadPage(transaction, {
    conversationId: page.conversationId,
    before,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: [
      ...(await viewMessages(
        needs,
        transaction,
        shown.map((row) => row.id),
      )),
    ],
    nextCursor: rows.length > limit && last ? encodeCursor([last.shown_at, last.arrival]) : null,
  };
}
