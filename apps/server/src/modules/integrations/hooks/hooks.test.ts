import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Hook, type HookDelivery, routes } from '@renkei/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSecretBox } from '#platform/crypto';
import { sql } from '#platform/database';
import type { Principal, Worker } from '#platform/module';
import { TestClock } from '../../../../test/test-clock.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';
import { createIntegrationsModule } from '../module.ts';
import { retryDelaysMs } from './retry-plan.ts';
import { claimDue } from './store-deliveries.ts';

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const clock = new TestClock();
let platform: TestPlatform;
let server: Server;
let url: string;
let received: Received[] = [];
let answers: number[] = [];
let said = 'seen';
/** Calls at `/hangs` that wait for their answer. */
const held: ServerResponse[] = [];
let isHanging = true;
let running: readonly Worker[] = [];

beforeAll(async () => {
  platform = await createTestPlatform({ clock });
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/hangs' && isHanging) return void held.push(response);
      received.push({
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      response.writeHead(answers.shift() ?? 200).end(said);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  server?.close();
  await platform?.close();
});
afterEach(async () => {
  for (const worker of running) await worker.stop();
  running = [];
  received = [];
  answers = [];
  said = 'seen';
});

const secretBox = createSecretBox(new Uint8Array(randomBytes(32)));

/** A workspace with one hook, and the workers that tell it things. */
async function open({ works = true, path = '/hook' } = {}) {
  const workspaceId = await platform.createWorkspace();
  const principal: Principal = {
    workspaceId,
    memberId: randomUUID(),
    sessionId: randomUUID(),
    role: 'owner',
  };
  const audited: string[] = [];
  const { module } = createIntegrationsModule({
    platform: {
      ...platform,
      metrics: {
        ...platform.metrics,
        figures: () => undefined,
        counter: () => ({ inc: () => undefined }),
      } as never,
    },
    secretBox,
    allowedPlaces: '127.0.0.0/8',
    viewMessages: async () => [],
    recordAudit: async (_tx, { action }) => void audited.push(action),
  });
  const call = async (name: keyof typeof routes, parts: object = {}): Promise<never> => {
    const binding = module.routes.find(({ route }) => route.name === name);
    return (await binding?.handle(
      { params: {}, query: {}, body: {}, ...parts } as never,
      principal,
    )) as never;
  };
  if (works) {
    for (const worker of module.workers) await worker.start();
    running = [...running, ...module.workers];
  }
  const body = { url: url.replace('/hook', path), eventTypes: ['contact.updated'] };
  const { hook, secret } = (await call('createHook', { body })) as { hook: Hook; secret: string };
  const happen = (contactId: string) =>
    platform.database.inTenant(workspaceId, async (tx) => tx.publish({ type: 'contact.updated', contactId }));
  /** Time goes by, and nobody waits for the next look. */
  const pass = async (ms: number) => {
    clock.advance(ms);
    await platform.database.inTenant(workspaceId, async (tx) => tx.wake('hooks'));
  };
  const deliveries = async () =>
    (
      (await call('listHookDeliveries', { params: { hookId: hook.id }, query: {} })) as {
        items: HookDelivery[];
      }
    ).items;
  /** Until it is written how an attempt ended: before that the next is not planned, and time may not go by. */
  const isAnswered = (attempts: number, lastStatus: number) =>
    waitFor(async () => {
      const [delivery] = await deliveries();
      return delivery?.attempts === attempts && delivery.lastStatus === lastStatus ? true : undefined;
    });
  const getHook = async () => ((await call('listHooks')) as { items: Hook[] }).items[0];
  return { workspaceId, pass, hook, secret, happen, deliveries, isAnswered, call, audited, getHook, module };
}

const arrivals = (count: number) => waitFor(async () => (received.length >= count ? received : undefined));

describe('a hook', () => {
  test('is told what happened, signed so that any Standard Webhooks library can check it', async () => {
    const { secret, happen } = await open();
    const contactId = randomUUID();
    await happen(contactId);
    const [first] = await arrivals(1);
    const { headers, body } = first as Received;
    expect(JSON.parse(body)).toMatchObject({ type: 'contact.updated', data: { contactId } });
    // By the specification, not by the library that signed it.
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    );
  });

  test('is told again until it answers 2xx, always under the same id', async () => {
    const { happen, deliveries, isAnswered, getHook, pass } = await open();
    answers = [500, 302];
    await happen(randomUUID());
    await arrivals(1);
    await waitFor(async () => ((await getHook())?.failingSince ? true : undefined));
    await pass(7_000);
    await arrivals(2);
    await isAnswered(2, 302);
    await pass(40_000);
    await arrivals(3);
    const [delivery] = await waitFor(async () => {
      const all = await deliveries();
      return all[0]?.state === 'delivered' ? all : undefined;
    });
    expect(delivery).toMatchObject({ attempts: 3, lastStatus: 200, lastProblem: null });
    expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([delivery?.eventId]),
    );
    expect(await getHook()).toMatchObject({ failingSince: null, lastProblem: null, pending: 0 });
  });

  test('is told again what a process had taken when it died, before or after the answer', async () => {
    const { happen, deliveries, module, pass } = await open({ works: false });
    const [follower, deliverer] = module.workers;
    await follower?.start();
    await happen(randomUUID());
    await waitFor(async () => ((await deliveries()).length === 1 ? true : undefined));
    const now = clock.now();
    const taken = await platform.database.inSystem((tx) =>
      claimDue(tx, {
        now,
        untilDate: new Date(now.getTime() + 30_000),
        limit: 16,
        perHook: 8,
        rooms: new Map(),
      }),
    );
    expect(taken).toHaveLength(1);
    running = [follower, deliverer].flatMap((worker) => worker ?? []);
    await deliverer?.start();
    expect((await deliveries())[0]).toMatchObject({ state: 'pending' });
    await pass(31_000);
    await arrivals(1);
    await waitFor(async () => ((await deliveries())[0]?.state === 'delivered' ? true : undefined));
  });

  test('is given up after three days, says so, and is told everything once it is enabled again', async () => {
    const { hook, happen, deliveries, isAnswered, getHook, call, pass } = await open();
    const statuses = [...retryDelaysMs.map((_, index) => 504 + index), 503];
    answers = [...statuses];
    await happen(randomUUID());
    for (const [index, delayMs] of retryDelaysMs.entries()) {
      await isAnswered(index + 1, statuses[index] ?? 0);
      await pass(delayMs * 1.2 + 31_000);
    }
    await waitFor(async () => ((await deliveries())[0]?.state === 'given_up' ? true : undefined));
    expect(await getHook()).toMatchObject({ state: 'failing', lastProblem: expect.stringContaining('503') });
    await happen(randomUUID());
    await call('updateHook', { params: { hookId: hook.id }, body: { state: 'enabled' } });
    await waitFor(async () => ((await deliveries())[0]?.state === 'delivered' ? true : undefined));
    expect(await getHook()).toMatchObject({ state: 'enabled', failingSince: null });
  });

  test('goes on being told of other things when nobody there takes one event, which alone is given up', async () => {
    const { workspaceId, happen, deliveries, getHook, pass } = await open();
    await happen(randomUUID());
    const [delivered] = await waitFor(async () => {
      const all = await deliveries();
      return all[0]?.state === 'delivered' ? all : undefined;
    });
    await platform.database.inTenant(workspaceId, (tx) =>
      tx.execute(sql`update hook_deliveries set state = 'pending', attempts = ${retryDelaysMs.length},
                       next_at = ${clock.now()} where workspace_id = ${tx.workspaceId} and event_id = ${delivered?.eventId}`),
    );
    answers = [400];
    await pass(1);
    await waitFor(async () => ((await deliveries())[0]?.state === 'given_up' ? true : undefined));
    expect(await getHook()).toMatchObject({ state: 'enabled', lastProblem: expect.stringContaining('400') });
  });

  test('may answer whatever it likes: bytes that no database takes are told as a failure like any other', async () => {
    const { happen, deliveries, getHook } = await open();
    [answers, said] = [[500], 'a\u0000b\u0007c'];
    await happen(randomUUID());
    await arrivals(1);
    await waitFor(async () => ((await getHook())?.lastProblem === 'HTTP 500 a b c' ? true : undefined));
    expect((await deliveries())[0]).toMatchObject({ state: 'pending', attempts: 1, lastStatus: 500 });
  });

  test('holds up no other when it hangs, however much it is to be told', async () => {
    const hanging = await open({ path: '/hangs' });
    for (let count = 0; count < 30; count += 1) await hanging.happen(randomUUID());
    await waitFor(async () => (held.length >= 8 ? true : undefined));
    const other = await open();
    await other.happen(randomUUID());
    await waitFor(async () => received.find(({ path }) => path === '/hook'), 5_000);
    isHanging = false;
    for (const response of held) response.end();
    await waitFor(async () => ((await hanging.getHook())?.pending === 0 ? true : undefined));
  });

  test('is called by more at a time the better it answers, and by fewer when it hangs', async () => {
    held.length = 0;
    isHanging = false;
    const { happen, getHook, pass } = await open({ path: '/hangs' });
    const isTold = async () => ((await getHook())?.pending === 0 ? true : undefined);
    const happenOften = async (times: number) => {
      for (let count = 0; count < times; count += 1) await happen(randomUUID());
    };
    await happenOften(40);
    await waitFor(isTold);
    isHanging = true;
    await happenOften(40);
    await waitFor(async () => (held.length >= 32 ? true : undefined));
    for (const response of held.splice(0)) response.destroy();
    await waitFor(async () => (held.length >= 2 ? true : undefined));
    expect(held).toHaveLength(2);
    isHanging = false;
    for (const response of held.splice(0)) response.end();
    await waitFor(async () => {
      await pass(60_000);
      return await isTold();
    });
  });

  test('whose secret cannot be opened keeps nobody else from being told', async () => {
    const [broken, fine] = [await open({ path: '/broken' }), await open({ path: '/fine', works: false })];
    await platform.database.inTenant(broken.workspaceId, (tx) =>
      tx.execute(sql`update hooks set secret_encrypted = 'of another key' where id = ${broken.hook.id}`),
    );
    await broken.happen(randomUUID());
    await waitFor(async () => ((await broken.deliveries())[0]?.attempts === 1 ? true : undefined));
    for (const { happen } of [broken, fine]) await happen(randomUUID());
    const [first] = await arrivals(1);
    expect(first?.path).toBe('/fine');
  });

  test('is left in peace while it is switched off, and is told afterwards what happened before', async () => {
    const { hook, happen, deliveries, call, pass } = await open({ path: '/switched' });
    const calls = () => received.filter(({ path }) => path === '/switched');
    answers = [500];
    await happen(randomUUID());
    await waitFor(async () => ((await deliveries())[0]?.lastStatus === 500 ? true : undefined));
    await call('updateHook', { params: { hookId: hook.id }, body: { state: 'disabled' } });
    await pass(60_000);
    await waitFor(async () => {
      const [first] = await deliveries();
      const inMs = new Date(first?.nextAt ?? 0).getTime() - clock.now().getTime();
      return inMs > 3_600_000 ? true : undefined;
    });
    expect(calls()).toHaveLength(1);
    await call('updateHook', { params: { hookId: hook.id }, body: { state: 'enabled' } });
    await waitFor(async () => (calls().length === 2 ? true : undefined));
  });

  test('is told again after a hold was released', async () => {
    const { happen, module } = await open();
    const deliverer = module.workers.find(({ reachesOutside }) => reachesOutside);
    await deliverer?.stop();
    await deliverer?.start();
    await happen(randomUUID());
    await arrivals(1);
  });

  test('is told a test event on demand, an old one again, and nothing once it is deleted', async () => {
    const { hook, deliveries, call, happen, audited } = await open();
    const { eventId } = (await call('testHook', { params: { hookId: hook.id } })) as { eventId: string };
    await arrivals(1);
    await waitFor(async () => ((await deliveries())[0]?.state === 'delivered' ? true : undefined));
    await call('replayHookDelivery', { params: { hookId: hook.id, eventId } });
    await arrivals(2);
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([eventId, eventId]);
    await call('deleteHook', { params: { hookId: hook.id } });
    await happen(randomUUID());
    await expect(call('testHook', { params: { hookId: hook.id } })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(received).toHaveLength(2);
    expect(audited).toEqual(['hook.created', 'hook.tested', 'hook.delivery_replayed', 'hook.deleted']);
  });

  test('is refused where its address leads inside', async () => {
    const { call } = await open({ works: false });
    for (const inside of [
      'http://169.254.169.254/',
      'https://10.0.0.1/',
      'http://example.com/',
      'ftp://example.com/',
    ]) {
      const body = { url: inside, eventTypes: ['contact.updated'] };
      await expect(call('createHook', { body })).rejects.toMatchObject({ code: 'hook_address_refused' });
    }
  });

  test('shows its secret once', async () => {
    const { hook, call, secret } = await open({ works: false });
    expect(JSON.stringify(await call('listHooks'))).not.toContain(secret);
    const rotated = (await call('rotateHookSecret', { params: { hookId: hook.id } })) as { secret: string };
    expect(rotated.secret).not.toBe(secret);
  });
});
