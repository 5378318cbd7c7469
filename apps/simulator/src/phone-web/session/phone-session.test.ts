import { afterEach, expect, test } from 'vitest';
import { createPhoneApi } from '../api/phone-api.ts';
import { PhoneSession } from './phone-session.ts';

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

test('a sent message is shown before the simulator answers, and keeps its key when it gets its id', async () => {
  const world = createWorld();
  const { session, settled } = open(world);
  await settled(() => session.getSnapshot().phone !== undefined);

  session.send('1', { type: 'text', content: { body: 'Hello' } });
  const [waiting] = shown(session);
  expect(waiting).toMatchObject({ status: 'pending', content: { body: 'Hello' } });

  await settled(() => shown(session)[0]?.status === 'sent');
  expect(shown(session)).toHaveLength(1);
  expect(shown(session)[0]?.key).toBe(waiting?.key);
});

test('messages go out in the order they were typed', async () => {
  const world = createWorld();
  const { session, settled } = open(world);
  await settled(() => session.getSnapshot().phone !== undefined);
  for (const body of ['one', 'two', 'three']) session.send('1', { type: 'text', content: { body } });
  await settled(() => world.messages.length === 3);
  expect(world.messages.map((message) => message.text.body)).toEqual(['one', 'two', 'three']);
});

test('an accepted message leaves the phone when the world it was in was reset', async () => {
  const world = createWorld();
  const { session, settled } = open(world);
  await settled(() => session.getSnapshot().phone !== undefined);
  session.send('1', { type: 'text', content: { body: 'Hello' } });
  await settled(() => shown(session)[0]?.status === 'sent');
  world.messages = [];
  await session.refresh();
  expect(shown(session)).toHaveLength(0);
});

test('a refused message stays with the reason and can be sent again or discarded', async () => {
  const world = createWorld();
  world.refusal = 'Too long';
  const { session, settled } = open(world);
  await settled(() => session.getSnapshot().phone !== undefined);

  session.send('1', { type: 'text', content: { body: 'Hello' } });
  await settled(() => shown(session)[0]?.failure !== undefined);
  const failure = shown(session)[0]?.failure;
  expect(failure?.reason).toBe('Too long');

  world.refusal = undefined;
  session.resend(failure?.localId ?? '');
  await settled(() => shown(session)[0]?.status === 'sent');

  world.refusal = 'Too long';
  session.send('1', { type: 'text', content: { body: 'Again' } });
  await settled(() => shown(session)[1]?.failure !== undefined);
  session.discard(shown(session)[1]?.failure?.localId ?? '');
  expect(shown(session)).toHaveLength(1);
});

test('a phone that does not exist and a simulator that is away are told apart', async () => {
  const away = open(createWorld(), async () => Promise.reject(new TypeError('fetch failed')));
  await away.settled(() => away.session.getSnapshot().problem === 'unreachable');
  const unknown = open(createWorld(), async () =>
    Response.json({ error: { message: 'No phone' } }, { status: 404 }),
  );
  await unknown.settled(() => unknown.session.getSnapshot().problem === 'unknown-phone');
});

test('in airplane mode messages wait on the phone and go out when it ends', async () => {
  const world = createWorld();
  world.online = false;
  const { session, settled } = open(world);
  await settled(() => session.getSnapshot().phone?.online === false);
  session.send('1', { type: 'text', content: { body: 'Hello' } });
  await session.refresh();
  expect(world.messages).toHaveLength(0);
  expect(shown(session)[0]?.status).toBe('pending');

  world.online = true;
  await session.refresh();
  await settled(() => shown(session)[0]?.status === 'sent');
});

type Posted = { id: string; text: { body: string } };

/** A simulator of one phone with one chat. */
type World = { messages: Posted[]; refusal: string | undefined; online: boolean };

function createWorld(): World {
  return { messages: [], refusal: undefined, online: true };
}

function answer(world: World): typeof fetch {
  return async (_input, init) => {
    if (init?.method !== 'POST' || typeof init.body !== 'string') return Response.json(describe(world));
    if (world.refusal) return Response.json({ error: { message: world.refusal } }, { status: 400 });
    const { text } = JSON.parse(init.body);
    const id = `wamid.${world.messages.length}`;
    world.messages.push({ id, text });
    return Response.json({ id });
  };
}

function describe(world: World) {
  const messages = world.messages.map((message) => ({
    ...message,
    direction: 'sent',
    type: 'text',
    timestamp: 1,
    status: 'sent',
    reactions: [],
  }));
  const chat = { phoneNumberId: '1', businessName: 'Studio', displayPhoneNumber: '+1', messages };
  return { waId: '819012345678', name: 'Hanako', online: world.online, chats: [chat] };
}

function open(world: World, fetchFromSimulator = answer(world)) {
  let count = 0;
  const session = new PhoneSession('819012345678', {
    api: createPhoneApi(fetchFromSimulator),
    openStream: () => ({ addEventListener: () => undefined, close: () => undefined, readyState: 1 }),
    now: () => 0,
    newId: () => String(++count),
  });
  const waiting = new Set<() => void>();
  const close = session.subscribe(() => {
    for (const check of waiting) check();
  });
  closers.push(close);
  /** Resolves on the first change after which the condition holds; the test's own timeout is the deadline. */
  const settled = (isTrue: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!isTrue()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  return { session, settled };
}

function shown(session: PhoneSession) {
  return session.getSnapshot().phone?.chats[0]?.messages ?? [];
}
