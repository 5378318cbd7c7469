import type { ConversationListItem } from '@renkei/contract';
import type { Database, TenantTransaction } from '#platform/database';
import type { Principal } from '#platform/module';
import { decodeCursor, encodeCursor } from '#platform/paging';
import { toLikePattern, toTsquery } from './search-tokens.ts';
import {
  type ConversationFilter,
  type ConversationRow,
  findByPerson,
  readConversationPage,
  readConversations,
} from './store-conversations.ts';
import { findTexts } from './store-search.ts';
import { toConversation } from './view-conversation.ts';

export interface ConversationListQuery {
  readonly search?: string | undefined;
  readonly filter?: ConversationFilter | undefined;
  readonly channelId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

interface ConversationList {
  readonly items: ConversationListItem[];
  readonly nextCursor: string | null;
}

const defaultLimit = 40;
/** Somebody who does not find it among these writes another letter. */
const maxSearchResults = 60;

/** The conversation list: a page of it, or what a search finds in names, numbers and texts. */
export async function listConversations(
  database: Database,
  principal: Principal,
  query: ConversationListQuery,
): Promise<ConversationList> {
  return database.inTenant(principal.workspaceId, (transaction) =>
    query.search
      ? search(transaction, principal, query, query.search)
      : readPage(transaction, principal, query),
  );
}

async function readPage(
  transaction: TenantTransaction,
  { memberId }: Principal,
  { filter = 'all', channelId, cursor, limit = defaultLimit }: ConversationListQuery,
): Promise<ConversationList> {
  const [lastMessageAt, id] = decodeCursor(cursor, ['instant', 'id']);
  const before = lastMessageAt === undefined || id === undefined ? undefined : { lastMessageAt, id };
  const rows = await readConversationPage(transaction, {
    filter,
    memberId,
    channelId,
    before,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => toItem(row, null)),
    nextCursor:
      rows.length > limit && last?.last_message_at ? encodeCursor([last.last_message_at, last.id]) : null,
  };
}

/** Without a filter a search looks everywhere, in closed conversations too. */
async function search(
  transaction: TenantTransaction,
  { memberId }: Principal,
  { filter = 'all', channelId }: ConversationListQuery,
  text: string,
): Promise<ConversationList> {
  const pattern = toLikePattern(text);
  const people = await findByPerson(transaction, {
    pattern,
    digits: numberDigits(text),
    limit: maxSearchResults,
  });
  const texts = await findTexts(transaction, { tsquery: toTsquery(text), pattern, limit: maxSearchResults });
  const matchedText = new Map(
    texts.map((match) => [match.conversation_id, excerpt(match.text_normalised, text)]),
  );
  const found = await readConversations(transaction, [...new Set([...people, ...matchedText.keys()])]);
  const rows = found.filter(
    (row) => searchFilters[filter](row, memberId) && (channelId ?? row.channel_id) === row.channel_id,
  );
  return {
    items: rows.slice(0, maxSearchResults).map((row) => toItem(row, matchedText.get(row.id) ?? null)),
    nextCursor: null,
  };
}

const searchFilters: Readonly<
  Record<ConversationFilter, (row: ConversationRow, memberId: string) => boolean>
> = {
  all: () => true,
  unread: (row) => row.unread_count > 0,
  mine: (row, memberId) => row.assignee_id === memberId,
  unassigned: (row) => row.assignee_id === null,
  closed: (row) => row.state === 'closed',
};

/** What of a telephone number is kept: no signs, and not the 0 that people dial before it at home. Empty for other text. */
function numberDigits(text: string): string {
  const digits = text.normalize('NFKC').replace(/[\s()+-]/g, '');
  return /^\d+$/.test(digits) ? digits.replace(/^0(?=[1-9])/, '') : '';
}

function toItem(row: ConversationRow, matchedText: string | null): ConversationListItem {
  return { ...toConversation(row), matchedText };
}

/** The words around the match. */
function excerpt(normalised: string, text: string): string {
  const at = Math.max(0, normalised.indexOf(text.normalize('NFKC').toLowerCase()));
  const from = Math.max(0, at - 20);
  return `${from > 0 ? '…' : ''}${normalised.slice(from, at + 80).replaceAll('\n', ' ')}`;
}
