import { randomUUID } from 'node:crypto';
import { type RenkeiEvent, routes } from '@renkei/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type OpenEventSource, openEventSource } from '../../../test/event-source.ts';
import { type Person, signInPerson } from '../../../test/people.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { startTestServer, type TestServer } from '../../../test/test-server.ts';
import { waitFor } from '../../../test/wait-for.ts';

let platform: TestPlatform;
let server: TestServer;
let workspaceId: string;
let agent: Person;
let admin: Person;
let open: OpenEventSource[] = [];

beforeAll(async () => {
  platform = await createTestPlatform();
  server = await startTestServer(platform);
});

beforeEach(async () => {
  workspaceId = await platform.createWorkspace();
  agent = await signInPerson(platform, server.url, workspaceId, 'agent');
  admin = await signInPerson(platform, server.url, workspaceId, 'admin');
});

afterEach(async () => {
  await Promise.all(open.map((source) => source.close()));
  open = [];
});

afterAll(async () => {
  await server.close();
  await platform.close();
});

async function listen(person: Person, lastEventId?: string): Promise<OpenEventSource> {
  const source = await openEventSource(server.url, { cookie: person.browser.cookie, lastEventId });
  open.push(source);
  return source;
}

async function publish(...events: readonly RenkeiEvent[]): Promise<void> {
  await platform.database.inTenant(workspaceId, async (transaction) => {
    for (const event of events) transaction.publish(event);
  });
}

const contactUpdated = (): RenkeiEvent => ({ type: 'contact.updated', contactId: randomUUID() });

/** Publishes one last event and waits until it is there: whatever was to come before it has come. */
async function catchUp(source: OpenEventSource): Promise<readonly unknown[]> {
  const last = contactUpdated();
  await publish(last);
  return waitFor(async () => {
    const received = source.events.map((event) => event.data);
    const end = received.findIndex((event) => JSON.stringify(event) === JSON.stringify(last));
    return end === -1 ? undefined : received.slice(0, end);
  });
}

describe('200', () => {
  test('a browser that was away while 500 events happened gets them all, in order, none twice', async () => {
    const before = await listen(agent);
    await waitFor(async () => before.lastId());
    await before.close();

    const missed = Array.from({ length: 1_200 }, contactUpdated);
    // Many transactions at the same moment, as a busy morning would have it.
    const batches = Array.from({ length: 24 }, (_, batch) => missed.slice(batch * 50, batch * 50 + 50));
    await Promise.all(batches.map((batch) => publish(...batch)));

    const after = await listen(agent, before.lastId());
    const received = await catchUp(after);
    const numbers = after.events.map((event) => Number(event.id));
    expect(numbers).toEqual(Array.from({ length: 1_201 }, (_, index) => (numbers[0] ?? 0) + index));
    expect(new Set(received.map((event) => JSON.stringify(event)))).toEqual(
      new Set(missed.map((event) => JSON.stringify(event))),
    );
  });

  test('a connection that is cut again and again loses and doubles nothing', async () => {
    const published: RenkeiEvent[] = [];
    const received: unknown[] = [];
    let lastEventId = '0';
    for (let round = 0; round < 15; round += 1) {
      const source = await openEventSource(server.url, { cookie: agent.browser.cookie, lastEventId });
      const some = Array.from({ length: 20 }, contactUpdated);
      published.push(...some);
      await Promise.all([publish(...some.slice(0, 10)), publishLater(some.slice(10))]);
      await waitFor(async () => (source.events.length >= round % 7 ? true : undefined));
      await source.close();
      received.push(...source.events.map((event) => event.data));
      lastEventId = source.events.at(-1)?.id ?? lastEventId;
    }
    const rest = await listen(agent, lastEventId);
    received.push(...(await catchUp(rest)));
    expect(received).toHaveLength(published.length);
    expect(new Set(received.map((event) => JSON.stringify(event))).size).toBe(published.length);
  });

  test('without a number the stream begins now, and says where now is', async () => {
    await publish(contactUpdated(), contactUpdated());
    const source = await listen(agent);
    expect(await waitFor(async () => source.lastId())).toBe('2');
    expect(await catchUp(source)).toEqual([]);
  });

  test('a number from another database does not silence the stream', async () => {
    const source = await listen(agent, '999999999');
    expect(await catchUp(source)).toEqual([]);
  });

  test('the answer tells proxies to hold nothing back and nobody to keep it', async () => {
    const { status, headers } = await listen(agent);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });
});

describe('401 and 403', () => {
  test('nobody without a session hears anything', async () => {
    const { status } = await openEventSource(server.url, { cookie: undefined });
    expect(status).toBe(401);
  });

  test('events reach their workspace only, and the roles that may read them only', async () => {
    const elsewhere = await platform.createWorkspace();
    const stranger = await signInPerson(platform, server.url, elsewhere, 'owner');
    const sources = [await listen(agent), await listen(admin), await listen(stranger, '0')];
    const [forAgent, forAdmin, forStranger] = sources;
    if (!forAgent || !forAdmin || !forStranger) throw new Error('not listening');
    await waitFor(async () => (sources.every((source) => source.lastId() !== undefined) ? true : undefined));
    const secret: RenkeiEvent = { type: 'accountEvent.created', accountEventId: randomUUID() };
    await publish(secret);
    expect(await catchUp(forAdmin)).toContainEqual(secret);
    const seenByAgent = await catchUp(forAgent);
    expect(seenByAgent).not.toContainEqual(secret);
    expect(forStranger.events).toEqual([]);
  });

  test.each([
    ['signs out', (person: Person) => person.browser.call(routes.signOut)],
    [
      'is removed',
      (person: Person) => admin.browser.call(routes.removeMember, { params: { memberId: person.memberId } }),
    ],
  ])('the stream of a member who %s ends within five seconds', async (_, end) => {
    const source = await listen(agent);
    await waitFor(async () => source.lastId());
    const beganMs = performance.now();
    await end(agent);
    await source.ended;
    expect(performance.now() - beganMs).toBeLessThan(5_000);
    await publish(contactUpdated());
    expect(source.events.filter(({ data }) => JSON.stringify(data).includes('contact'))).toEqual([]);
  });

  test('a session deleted behind our back, without a call to wake, also ends its streams in time', async () => {
    const source = await listen(agent);
    await waitFor(async () => source.lastId());
    const beganMs = performance.now();
    await platform.database.inTenant(workspaceId, (transaction) =>
      transaction.execute({ text: 'delete from sessions where member_id = $1', values: [agent.memberId] }),
    );
    await source.ended;
    expect(performance.now() - beganMs).toBeLessThan(5_000);
  });

  test('a member who becomes an agent stops hearing what agents may not', async () => {
    const owner = await signInPerson(platform, server.url, workspaceId, 'owner');
    const source = await listen(admin);
    await waitFor(async () => source.lastId());
    await owner.browser.call(routes.updateMember, {
      params: { memberId: admin.memberId },
      body: { role: 'agent' },
    });
    await waitFor(async () => (source.events.length > 0 ? true : undefined));
    await catchUp(source);
    const secret: RenkeiEvent = { type: 'accountEvent.created', accountEventId: randomUUID() };
    await publish(secret);
    expect(await catchUp(source)).not.toContainEqual(secret);
  });
});

describe('429', () => {
  test('one member cannot hold more than 32 streams', async () => {
    const sources = await Promise.all(Array.from({ length: 32 }, () => listen(agent)));
    await waitFor(async () => (sources.every((source) => source.lastId() !== undefined) ? true : undefined));
    const { status } = await openEventSource(server.url, { cookie: agent.browser.cookie });
    expect(status).toBe(429);
    await sources[0]?.close();
    await waitFor(async () => {
      const again = await listen(agent);
      return again.status === 200 ? true : undefined;
    });
  });
});

describe('a slow reader', () => {
  test('is waited for: the server holds back instead of filling its memory', async () => {
    const pages = Array.from({ length: 40 }, () => Array.from({ length: 500 }, contactUpdated));
    for (const page of pages) await publish(...page);
    let held = true;
    const source = await openEventSource(server.url, {
      cookie: agent.browser.cookie,
      lastEventId: '0',
      onEvent: async () => {
        if (held) await waitFor(async () => (held ? undefined : true), 60_000);
      },
    });
    open.push(source);
    await publish(contactUpdated());
    held = false;
    await waitFor(async () => (source.events.length === 20_001 ? true : undefined), 15_000);
    expect(source.events.map((event) => Number(event.id))).toEqual(
      Array.from({ length: 20_001 }, (_, index) => index + 1),
    );
  });
});

async function publishLater(events: readonly RenkeiEvent[]): Promise<void> {
  for (const event of events) await publish(event);
}
