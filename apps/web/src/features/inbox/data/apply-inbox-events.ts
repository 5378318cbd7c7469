import type { Conversation, Message, RenkeiEvent } from '@renkei/contract';
import { RenkeiError } from '@renkei/sdk';
import type { QueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { sessionQuery } from '../../../lib/queries.ts';
import { type ConversationListQuery, queryKeys } from '../../../lib/query-keys.ts';
import { settledSends } from './pending-sends.ts';
import { placeConversation } from './place-conversation.ts';
import { placeMessage } from './place-message.ts';
import type { ConversationPages, MessagePages } from './queries.ts';

/** From this many changes on, one fetch of the list costs less than one per change. */
const manyChanges = 12;

/** Fetches what a burst of events names, once each, and puts it into the lists on the screen. */
export async function applyInboxEvents(
  queryClient: QueryClient,
  events: readonly RenkeiEvent[],
): Promise<void> {
  const touched = collect(events);
  for (const contactId of touched.contactIds) {
    void queryClient.invalidateQueries({ queryKey: queryKeys.contact(contactId) });
  }
  // A name stands in every list that the contact is in.
  if (touched.contactIds.size > 0) refetchLists(queryClient);
  await Promise.all([
    applyMessages(queryClient, touched.messages),
    applyConversations(queryClient, touched.conversationIds),
    applyFiles(queryClient, touched.mediaIds),
  ]);
}

interface Touched {
  /** message id → conversation id */
  readonly messages: Map<string, string>;
  readonly conversationIds: Set<string>;
  readonly contactIds: Set<string>;
  readonly mediaIds: Set<string>;
}

function collect(events: readonly RenkeiEvent[]): Touched {
  const touched: Touched = {
    messages: new Map(),
    conversationIds: new Set(),
    contactIds: new Set(),
    mediaIds: new Set(),
  };
  for (const event of events) {
    if ('messageId' in event) touched.messages.set(event.messageId, event.conversationId);
    if ('contactId' in event) touched.contactIds.add(event.contactId);
    if ('conversationId' in event && event.conversationId !== null) {
      touched.conversationIds.add(event.conversationId);
    }
    if (event.type === 'media.updated') touched.mediaIds.add(event.mediaId);
  }
  return touched;
}

async function applyMessages(queryClient: QueryClient, messages: ReadonlyMap<string, string>): Promise<void> {
  const shown = [...messages].filter(([, conversationId]) => isLoaded(queryClient, conversationId));
  if (shown.length >= manyChanges) {
    for (const conversationId of new Set(shown.map(([, id]) => id)))
      refetchThread(queryClient, conversationId);
    return;
  }
  await Promise.all(
    shown.map(([messageId, conversationId]) => {
      const fetching = fetchMessage(queryClient, messageId, conversationId).finally(() =>
        fetchingMessages.delete(fetching),
      );
      fetchingMessages.add(fetching);
      return fetching;
    }),
  );
}

const fetchingMessages = new Set<Promise<void>>();

async function fetchMessage(
  queryClient: QueryClient,
  messageId: string,
  conversationId: string,
): Promise<void> {
  await settledSends(conversationId);
  const message = await fetchOrNothing(
    () => client.call('getMessage', { params: { messageId } }),
    () => refetchThread(queryClient, conversationId),
  );
  if (message !== undefined) storeMessage(queryClient, message);
}

/** The event of a file names neither message nor conversation: every thread that shows the file is fetched again. */
async function applyFiles(queryClient: QueryClient, mediaIds: ReadonlySet<string>): Promise<void> {
  if (mediaIds.size === 0) return;
  // What is being fetched may have been read before the file was there.
  await Promise.allSettled(fetchingMessages);
  void queryClient.invalidateQueries({
    queryKey: queryKeys.messageLists,
    predicate: ({ queryKey, state }) =>
      state.fetchStatus === 'fetching' || showsFile(queryClient.getQueryData(queryKey), mediaIds),
  });
}

function showsFile(thread: MessagePages | undefined, mediaIds: ReadonlySet<string>): boolean {
  const messages = thread?.pages.flatMap(({ items }) => items) ?? [];
  return messages.some(
    ({ media, files }) =>
      (media !== null && mediaIds.has(media.id)) || files.some(({ id }) => mediaIds.has(id)),
  );
}

async function applyConversations(queryClient: QueryClient, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size >= manyChanges) {
    refetchLists(queryClient);
    void queryClient.invalidateQueries({ queryKey: ['conversation'] });
    return;
  }
  const fetched = await Promise.all(
    [...ids].map((conversationId) =>
      fetchOrNothing(
        () => client.call('getConversation', { params: { conversationId } }),
        () => {
          refetchLists(queryClient);
          void queryClient.invalidateQueries({ queryKey: queryKeys.conversation(conversationId) });
        },
      ),
    ),
  );
  for (const conversation of fetched) {
    if (conversation !== undefined) storeConversation(queryClient, conversation);
  }
}

/** Shows a message that the server has given, wherever its thread has been fetched. */
export function storeMessage(queryClient: QueryClient, message: Message): void {
  const key = queryKeys.messages(message.conversationId);
  queryClient.setQueryData<MessagePages>(key, (list) =>
    list === undefined ? list : placeMessage(list, message),
  );
}

/** Shows a conversation that the server has given, in every list that holds or should hold it. */
export function storeConversation(queryClient: QueryClient, conversation: Conversation): void {
  queryClient.setQueryData(queryKeys.conversation(conversation.id), conversation);
  const memberId = queryClient.getQueryData(sessionQuery.queryKey)?.member.id ?? '';
  const lists = queryClient.getQueriesData<ConversationPages>({ queryKey: queryKeys.conversationLists });
  for (const [key, list] of lists) {
    if (list === undefined) continue;
    queryClient.setQueryData(key, placeConversation(list, conversation, queryOfKey(key), memberId));
  }
}

/** The key was made by `queryKeys.conversationList`, whose second part is the query. */
function queryOfKey(key: readonly unknown[]): ConversationListQuery {
  return (key[1] ?? {}) as ConversationListQuery;
}

function isLoaded(queryClient: QueryClient, conversationId: string): boolean {
  return queryClient.getQueryData(queryKeys.messages(conversationId)) !== undefined;
}

function refetchThread(queryClient: QueryClient, conversationId: string): void {
  void queryClient.invalidateQueries({ queryKey: queryKeys.messages(conversationId) });
}

function refetchLists(queryClient: QueryClient): void {
  void queryClient.invalidateQueries({ queryKey: queryKeys.conversationLists });
}

/**
 * Gone in the meantime, or not for us: nothing to show. After any other failure `refetch` asks again, as soon as the
 * network is back: the event itself comes only once.
 */
async function fetchOrNothing<Value>(
  fetch: () => Promise<Value>,
  refetch: () => void,
): Promise<Value | undefined> {
  try {
    return await fetch();
  } catch (error) {
    if (!(error instanceof RenkeiError)) throw error;
    if (error.status !== 404 && error.status !== 403) refetch();
    return undefined;
  }
}
