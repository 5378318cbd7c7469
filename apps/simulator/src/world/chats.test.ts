import { expect, test } from 'vitest';
import { addToChat, createWorld, openChat } from './world.ts';

function fill(chatCount: number, messagesPerChat: number) {
  const world = createWorld();
  const chats = Array.from({ length: chatCount }, (_, index) => openChat(world, 'number', String(index)));
  for (const chat of chats) {
    for (let index = 0; index < messagesPerChat; index += 1) addToChat(world, chat, `wamid.${index}`);
  }
  return chats.map(({ messageIds }) => messageIds);
}

test('a chat keeps at least its newest hundred messages while there are few chats', () => {
  const [chat = []] = fill(10, 1000);
  expect(chat.length).toBeGreaterThanOrEqual(100);
  expect(chat.length).toBeLessThanOrEqual(150);
  expect(chat.at(-1)).toBe('wamid.999');
});

test('thousands of chats together keep a bounded number of messages, each its newest', () => {
  const chats = fill(5000, 100);
  expect(chats.flat().length).toBeLessThanOrEqual(200_000);
  for (const chat of chats) expect(chat.at(-1)).toBe('wamid.99');
});

test('a chat forgets which of its messages were seen when it forgets them', () => {
  const world = createWorld();
  const chat = openChat(world, 'number', 'customer');
  for (let index = 0; index < 1000; index += 1) {
    addToChat(world, chat, `wamid.${index}`);
    chat.seenIds.add(`wamid.${index}`);
  }
  expect([...chat.seenIds].sort()).toEqual([...chat.messageIds].sort());
});
