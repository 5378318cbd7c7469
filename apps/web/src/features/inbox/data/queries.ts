import type { ConversationListItem, Message } from '@renkei/contract';
import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { type ConversationListQuery, queryKeys } from '../../../lib/query-keys.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}
export type ConversationPages = InfiniteData<Page<ConversationListItem>, string | undefined>;
export type MessagePages = InfiniteData<Page<Message>, string | undefined>;

export function conversationListQuery(query: ConversationListQuery) {
  return infiniteQueryOptions({
    queryKey: queryKeys.conversationList(query),
    queryFn: ({ pageParam, signal }): Promise<Page<ConversationListItem>> =>
      client.call('listConversations', { query: { ...query, cursor: pageParam, limit: 40 }, signal }),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function conversationQuery(conversationId: string) {
  return queryOptions({
    queryKey: queryKeys.conversation(conversationId),
    queryFn: ({ signal }) => client.call('getConversation', { params: { conversationId }, signal }),
  });
}

export function messagesQuery(conversationId: string) {
  return infiniteQueryOptions({
    queryKey: queryKeys.messages(conversationId),
    queryFn: ({ pageParam, signal }): Promise<Page<Message>> =>
      client.call('listMessages', {
        params: { conversationId },
        query: { cursor: pageParam, limit: 60 },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function contactQuery(contactId: string) {
  return queryOptions({
    queryKey: queryKeys.contact(contactId),
    queryFn: ({ signal }) => client.call('getContact', { params: { contactId }, signal }),
  });
}

export function consentQuery(contactId: string) {
  return queryOptions({
    queryKey: queryKeys.consent(contactId),
    queryFn: ({ signal }) => client.call('getConsent', { params: { contactId }, signal }),
  });
}

export function templatesQuery(channelId: string) {
  return queryOptions({
    queryKey: queryKeys.templates(channelId),
    queryFn: ({ signal }) => client.call('listTemplates', { query: { channelId }, signal }),
  });
}

/** Meta's answers hold for a while; where it tells nothing, asking again at once does not help. */
const atMeta = { staleTime: 3 * 60_000, retry: false } as const;

export function flowsQuery(channelId: string) {
  return queryOptions({
    ...atMeta,
    queryKey: queryKeys.flows(channelId),
    queryFn: ({ signal }) => client.call('listWhatsAppFlows', { params: { channelId }, signal }),
  });
}

/** The first products of the catalog that a text finds. */
export function productsQuery(channelId: string, search: string) {
  return queryOptions({
    ...atMeta,
    queryKey: queryKeys.products(channelId, search),
    queryFn: ({ signal }) =>
      client.call('listProducts', { params: { channelId }, query: { search }, signal }),
  });
}

const startOfList: string | undefined = undefined;
