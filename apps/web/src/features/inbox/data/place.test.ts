import type { Conversation, Message } from '@renkei/contract';
import { expect, test } from 'vitest';
import { makeMessage } from '../testing/make-message.ts';
import { placeConversation } from './place-conversation.ts';
import { placeMessage } from './place-message.ts';
import type { ConversationPages, MessagePages } from './queries.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 9, minute)).toISOString();

function conversation(id: string, minute: number, changes: Partial<Conversation> = {}): Conversation {
  return {
    id,
    contact: { id: `contact-${id}`, name: id, phoneNumber: null, isGroup: false },
    channel: { id: 'channel', name: 'Shop', displayPhoneNumber: '+81 3' },
    unreadCount: 0,
    lastMessage: {
      id: `m-${id}`,
      direction: 'inbound',
      kind: 'text',
      preview: '',
      state: 'received',
      shownAt: at(minute),
    },
    window: { openedAt: null, closesAt: null },
    assignee: null,
    state: 'open',
    ...changes,
  };
}

function listOf(nextCursor: string | null, ...items: readonly Conversation[]): ConversationPages {
  return {
    pages: [{ items: items.map((item) => ({ ...item, matchedText: null })), nextCursor }],
    pageParams: [undefined],
  };
}

const idsOf = (list: ConversationPages) => list.pages.flatMap((page) => page.items.map(({ id }) => id));

test('a conversation with a new message moves to the top', () => {
  const list = listOf(null, conversation('a', 5), conversation('b', 4), conversation('c', 3));
  expect(idsOf(placeConversation(list, conversation('c', 6), {}, 'me'))).toEqual(['c', 'a', 'b']);
});

test('one older than what has been fetched waits until the reader gets there', () => {
  const list = listOf('more', conversation('a', 5), conversation('b', 4));
  expect(idsOf(placeConversation(list, conversation('old', 1), {}, 'me'))).toEqual(['a', 'b']);
  const whole = listOf(null, conversation('a', 5), conversation('b', 4));
  expect(idsOf(placeConversation(whole, conversation('old', 1), {}, 'me'))).toEqual(['a', 'b', 'old']);
});

test.each([
  ['all', { state: 'closed' }],
  ['unread', { unreadCount: 0 }],
  ['mine', { assignee: { id: 'other', name: 'Other' } }],
  ['unassigned', { assignee: { id: 'me', name: 'Me' } }],
  ['closed', { state: 'open' }],
] as const)('it leaves the filter %s that no longer takes it', (filter, changes) => {
  const list = listOf(null, conversation('a', 5), conversation('b', 4));
  expect(idsOf(placeConversation(list, conversation('a', 5, changes), { filter }, 'me'))).toEqual(['b']);
});

test('a search list keeps its order and takes nothing in that the server has not found', () => {
  const list = listOf(null, conversation('a', 5), conversation('b', 4));
  const query = { search: 'x' };
  expect(idsOf(placeConversation(list, conversation('b', 9), query, 'me'))).toEqual(['a', 'b']);
  expect(idsOf(placeConversation(list, conversation('c', 9), query, 'me'))).toEqual(['a', 'b']);
});

function message(id: string, minute: number, changes: Partial<Message> = {}): Message {
  return makeMessage({ id, shownAt: at(minute), content: { kind: 'text', body: id }, ...changes });
}

function thread(nextCursor: string | null, ...items: readonly Message[]): MessagePages {
  return { pages: [{ items, nextCursor }], pageParams: [undefined] };
}

const messageIds = (list: MessagePages) => list.pages.flatMap((page) => page.items.map(({ id }) => id));

test('a message stands by its time, once, and a changed one keeps its place', () => {
  const list = thread(null, message('c', 3), message('a', 1));
  expect(messageIds(placeMessage(list, message('b', 2)))).toEqual(['c', 'b', 'a']);
  const changed = placeMessage(list, message('a', 1, { state: 'read' }));
  expect(messageIds(changed)).toEqual(['c', 'a']);
  expect(changed.pages[0]?.items[1]?.state).toBe('read');
});

test('a message that was changed or taken back is so in what quotes it, too', () => {
  const quote = { messageId: 'a', direction: 'inbound', kind: 'text', preview: 'a' } as const;
  const list = thread(null, message('b', 2, { replyTo: quote }), message('a', 1));

  const edited = message('a', 1, {
    content: { kind: 'text', body: 'new words' },
    earlierVersions: [{ text: 'a', replacedAt: at(2) }],
  });
  expect(placeMessage(list, edited).pages[0]?.items[0]?.replyTo).toEqual({ ...quote, preview: 'new words' });

  const revoked = message('a', 1, { content: { kind: 'revoked', was: 'text' }, revokedAt: at(3) });
  expect(placeMessage(list, revoked).pages[0]?.items[0]?.replyTo).toEqual({
    ...quote,
    kind: 'revoked',
    preview: '',
  });
});
