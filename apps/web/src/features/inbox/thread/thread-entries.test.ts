import type { Message } from '@renkei/contract';
import { expect, test } from 'vitest';
import { makeMessage } from '../testing/make-message.ts';
import { threadEntries } from './thread-entries.ts';

function message(id: string, shownAt: string, changes: Partial<Message> = {}): Message {
  return makeMessage({ id, shownAt, content: { kind: 'text', body: id }, ...changes });
}

const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).toISOString();

test('messages stand oldest first, with a line between days, closer together when of one author', () => {
  const entries = threadEntries(
    [message('c', local(21, 9, 2)), message('b', local(21, 9)), message('a', local(20, 23, 59))],
    [],
  );
  expect(entries.map((entry) => (entry.kind === 'message' ? entry.key : entry.kind))).toEqual([
    'day',
    'a',
    'day',
    'b',
    'c',
  ]);
  expect(entries.at(-1)).toMatchObject({ isContinued: true });
  expect(entries[3]).toMatchObject({ isContinued: false });
});

test('a reaction to a known message hangs on it; to an unknown one it stands alone', () => {
  const known = message('r', local(21, 9), {
    content: { kind: 'reaction', targetMessageId: 'x', emoji: '👍' },
  });
  const unknown = message('u', local(21, 9), {
    content: { kind: 'reaction', targetMessageId: null, emoji: '👍' },
  });
  expect(threadEntries([known], [])).toEqual([]);
  expect(threadEntries([unknown], [])).toHaveLength(2);
});

test('what is being sent stands at the end, with its quote', () => {
  const quoted = message('q', local(21, 9));
  const send = {
    key: 'k',
    conversationId: 'c',
    content: { kind: 'text', body: 'answer' } as const,
    media: null,
    files: [],
    replyTo: quoted,
    sendAt: null,
    startedAt: local(21, 10),
    problem: null,
  };
  expect(threadEntries([quoted], [send]).at(-1)).toMatchObject({
    kind: 'pending',
    message: { state: 'queued', replyTo: { messageId: 'q', preview: 'q' } },
  });
});

test('in a group, messages of different members are not drawn as one', () => {
  const of = (name: string) => ({ participant: { name, phoneNumber: null } });
  const entries = threadEntries(
    [
      message('c', local(21, 9, 2), of('Ren')),
      message('b', local(21, 9, 1), of('Ren')),
      message('a', local(21, 9), of('Hana')),
    ],
    [],
  );
  const continued = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.isContinued] : []));
  expect(continued).toEqual([false, false, true]);
});
