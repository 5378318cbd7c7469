import { expect, test } from 'vitest';
import { createClient } from './create-client.ts';
import { RenkeiError } from './errors.ts';

const conversationId = '0190a0a0-0000-7000-8000-000000000001';

interface Seen {
  url: string;
  init: RequestInit;
}

function clientAnswering(status: number, body: unknown) {
  const seen: Seen[] = [];
  const client = createClient({
    baseUrl: 'https://renkei.example',
    fetch: async (url, init = {}) => {
      seen.push({ url: url instanceof Request ? url.url : url.toString(), init });
      return new Response(body === undefined ? null : JSON.stringify(body), { status });
    },
  });
  return { client, seen };
}

async function failureOf(answer: Promise<unknown>): Promise<RenkeiError> {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RenkeiError)) throw new Error('expected a RenkeiError');
  return error;
}

test('a call fills in the path, leaves out empty queries and sends the proof of our own origin', async () => {
  const { client, seen } = clientAnswering(200, {});
  await client.call('markConversationRead', { params: { conversationId } });
  expect(seen[0]?.url).toBe(`https://renkei.example/v1/conversations/${conversationId}/read`);
  expect(seen[0]?.init).toMatchObject({ method: 'POST', body: '{}' });
  expect(seen[0]?.init.headers).toMatchObject({ 'x-renkei-csrf': '1', 'content-type': 'application/json' });

  const list = clientAnswering(200, { items: [], nextCursor: null });
  await list.client.call('listConversations', { query: { search: '湯呑み', cursor: undefined } });
  expect(list.seen[0]?.url).toBe(
    `https://renkei.example/v1/conversations?search=${encodeURIComponent('湯呑み')}`,
  );
  expect(list.seen[0]?.init.headers).not.toHaveProperty('x-renkei-csrf');
});

test('the idempotency key goes along as a header', async () => {
  const { client, seen } = clientAnswering(422, {});
  const send = client.call('sendMessage', {
    params: { conversationId },
    body: { content: { kind: 'text', body: 'hi' } },
    idempotencyKey: 'key-1',
  });
  await failureOf(send);
  expect(seen[0]?.init.headers).toMatchObject({ 'idempotency-key': 'key-1' });
});

test('a refusal becomes an error with the sentences of both languages and the wrong fields', async () => {
  const { client } = clientAnswering(422, {
    code: 'window_closed',
    status: 422,
    title: 'The customer service window has closed',
    titles: {
      en: 'The customer service window has closed',
      ja: 'カスタマーサービスウィンドウが終了しています',
    },
    detail: { en: 'Closed 2 hours ago.', ja: '2時間前に終了しました。' },
    remedy: { en: 'Send a template.', ja: 'テンプレートを送信してください。' },
    source: 'Meta',
    fields: [{ path: 'content', message: 'free text' }],
  });
  const error = await failureOf(client.call('getSession'));
  expect(error.code).toBe('window_closed');
  expect(error.status).toBe(422);
  expect(error.problem.title.ja).toBe('カスタマーサービスウィンドウが終了しています');
  expect(error.problem.detail.ja).toBe('2時間前に終了しました。');
  expect(error.fields).toEqual([{ path: 'content', message: 'free text' }]);
});

test('a code that was added after this client was made says what the server says', async () => {
  const { client } = clientAnswering(409, { code: 'moon_full', title: 'The moon is full', status: 409 });
  const error = await failureOf(client.call('getSession'));
  expect(error.code).toBe('moon_full');
  expect(error.problem.title).toEqual({ en: 'The moon is full', ja: 'The moon is full' });
});

test('an answer that is not ours is an error too, never a crash', async () => {
  const gateway = await failureOf(clientAnswering(502, '<html>').client.call('getSession'));
  expect(gateway.code).toBe('internal');
  const odd = await failureOf(clientAnswering(200, { member: 'nobody' }).client.call('getSession'));
  expect(odd.code).toBe('answer_unreadable');
});

test('no answer at all says that the server cannot be reached', async () => {
  const client = createClient({
    baseUrl: '',
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
  });
  const error = await failureOf(client.call('getSession'));
  expect(error.code).toBe('network_unreachable');
  expect(error.status).toBe(0);
});

test('the types ask for what a route needs', () => {
  const { client } = clientAnswering(200, {});
  // Never run: only the compiler reads it.
  const calls = () => [
    client.call('listChannels'),
    // @ts-expect-error: this route has a path parameter
    client.call('getMessage'),
    // @ts-expect-error: this route takes no body
    client.call('listChannels', { body: {} }),
    // @ts-expect-error: a message needs content
    client.call('sendMessage', { params: { conversationId }, body: {} }),
  ];
  expect(calls).toBeTypeOf('function');
});
