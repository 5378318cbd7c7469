import type { Message, MessageDetails } from '@renkei/contract';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { queryKeys } from '../../../lib/query-keys.ts';
import { makeMedia, makeMessage } from '../testing/make-message.ts';
import { applyInboxEvents } from './apply-inbox-events.ts';
import type { MessagePages } from './queries.ts';

function threadOf(message: Message): MessagePages {
  return { pages: [{ items: [message], nextCursor: null }], pageParams: [undefined] };
}

function threadWithFile(mediaId: string): MessagePages {
  const media = makeMedia({ id: mediaId, state: 'pending' });
  return threadOf(makeMessage({ id: `message-${mediaId}`, content: { kind: 'image', mediaId }, media }));
}

afterEach(() => vi.unstubAllGlobals());

test('a file that has come is shown in the thread that waits for it, though its event names no conversation', async () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(queryKeys.messages('waiting'), threadWithFile('awaited'));
  queryClient.setQueryData(queryKeys.messages('other'), threadWithFile('another'));

  await applyInboxEvents(queryClient, [{ type: 'media.updated', mediaId: 'awaited', conversationId: null }]);

  expect(queryClient.getQueryState(queryKeys.messages('waiting'))?.isInvalidated).toBe(true);
  expect(queryClient.getQueryState(queryKeys.messages('other'))?.isInvalidated).toBe(false);
});

test('a thread whose new message could not be fetched is fetched again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  const queryClient = new QueryClient();
  queryClient.setQueryData(queryKeys.messages('open'), threadWithFile('any'));

  await applyInboxEvents(queryClient, [
    { type: 'message.created', messageId: 'new', conversationId: 'open' },
  ]);

  expect(queryClient.getQueryState(queryKeys.messages('open'))?.isInvalidated).toBe(true);
});

const id = '0190a0a0-0000-7000-8000-000000000001';

test('a message that its sender takes back is replaced where it stands', async () => {
  const revoked: MessageDetails = {
    ...makeMessage({
      id,
      conversationId: id,
      content: { kind: 'revoked', was: 'text' },
      revokedAt: '2026-11-21T09:05:00.000Z',
    }),
    verdict: null,
  };
  vi.stubGlobal('window', { fetch: async () => Response.json(revoked) });
  const queryClient = new QueryClient();
  queryClient.setQueryData(queryKeys.messages(id), threadOf(makeMessage({ id, conversationId: id })));

  await applyInboxEvents(queryClient, [{ type: 'message.updated', messageId: id, conversationId: id }]);

  expect(queryClient.getQueryData(queryKeys.messages(id))).toEqual(threadOf(revoked));
});
