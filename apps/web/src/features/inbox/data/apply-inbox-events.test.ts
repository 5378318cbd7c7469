import type { Message } from '@renkei/contract';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { queryKeys } from '../../../lib/query-keys.ts';
import { applyInboxEvents } from './apply-inbox-events.ts';
import type { MessagePages } from './queries.ts';

function threadWithFile(mediaId: string): MessagePages {
  const message: Message = {
    id: `message-${mediaId}`,
    conversationId: 'conversation',
    direction: 'inbound',
    content: { kind: 'image', mediaId },
    media: {
      id: mediaId,
      state: 'pending',
      mimeType: 'image/png',
      sizeBytes: null,
      fileName: null,
      width: null,
      height: null,
      durationMs: null,
      hasThumbnail: false,
      failureReason: null,
    },
    state: 'received',
    problem: null,
    shownAt: '2026-11-21T09:00:00.000Z',
    sender: null,
    replyTo: null,
    reactions: [],
    forwarded: 'no',
    files: [],
    referral: null,
    referredProduct: null,
    participant: null,
    earlierVersions: [],
    revokedAt: null,
  };
  return { pages: [{ items: [message], nextCursor: null }], pageParams: [undefined] };
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
