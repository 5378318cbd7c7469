import type { Conversation, ConversationListItem } from '@renkei/contract';
import type { ConversationListQuery } from '../../../lib/query-keys.ts';
import type { ConversationPages } from './queries.ts';

/**
 * Puts a conversation where it now belongs in a list that is on the screen, without asking the server for the list:
 * newest message first, out of the list when the filter no longer takes it.
 * A search list is left as it is but for the entry itself: only the server knows what matches.
 */
export function placeConversation(
  list: ConversationPages,
  conversation: Conversation,
  query: ConversationListQuery,
  memberId: string,
): ConversationPages {
  const known = findConversation(list, conversation.id);
  const item: ConversationListItem = { ...conversation, matchedText: known?.matchedText ?? null };
  if (query.search !== undefined && query.search !== '')
    return known === undefined ? list : replace(list, item);

  const without = remove(list, conversation.id);
  const belongs =
    takes(query, conversation, memberId) && (query.channelId ?? item.channel.id) === item.channel.id;
  return belongs ? insert(without, item) : without;
}

function findConversation(
  list: ConversationPages | undefined,
  conversationId: string,
): ConversationListItem | undefined {
  return list?.pages.flatMap((page) => page.items).find((item) => item.id === conversationId);
}

const filters: Readonly<
  Record<NonNullable<ConversationListQuery['filter']>, (c: Conversation, memberId: string) => boolean>
> = {
  all: (conversation) => conversation.state === 'open',
  unread: (conversation) => conversation.unreadCount > 0,
  mine: (conversation, memberId) => conversation.state === 'open' && conversation.assignee?.id === memberId,
  unassigned: (conversation) => conversation.state === 'open' && conversation.assignee === null,
  closed: (conversation) => conversation.state === 'closed',
};

function takes(query: ConversationListQuery, conversation: Conversation, memberId: string): boolean {
  return filters[query.filter ?? 'all'](conversation, memberId);
}

function replace(list: ConversationPages, item: ConversationListItem): ConversationPages {
  const pages = list.pages.map((page) => ({
    ...page,
    items: page.items.map((other) => (other.id === item.id ? item : other)),
  }));
  return { ...list, pages };
}

function remove(list: ConversationPages, conversationId: string): ConversationPages {
  const pages = list.pages.map((page) => ({
    ...page,
    items: page.items.filter((item) => item.id !== conversationId),
  }));
  return { ...list, pages };
}

/** Beyond the last page that was fetched it would stand in the wrong place; scrolling there will bring it. */
function insert(list: ConversationPages, item: ConversationListItem): ConversationPages {
  const at = activityOf(item);
  let isPlaced = false;
  const pages = list.pages.map((page, pageIndex) => {
    if (isPlaced) return page;
    const index = page.items.findIndex((other) => activityOf(other) <= at);
    const isEnd = pageIndex === list.pages.length - 1 && page.nextCursor === null;
    if (index === -1 && !isEnd) return page;
    isPlaced = true;
    const position = index === -1 ? page.items.length : index;
    return { ...page, items: page.items.toSpliced(position, 0, item) };
  });
  return { ...list, pages };
}

function activityOf(item: Conversation): number {
  return item.lastMessage === null ? 0 : Date.parse(item.lastMessage.shownAt);
}
