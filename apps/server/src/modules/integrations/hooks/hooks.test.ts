import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Hook, routes } from '@renkei/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSecretBox } from '#platform/crypto';
import type { Principal, Worker } from '#platform/module';
import { TestClock } from '../../../../test/test-clock.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';
import { createIntegrationsModule } from '../module.ts';
import { retryDelaysMs } from './retry-plan.ts';
import { claimDue } from './store-deliveries.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const clock = new TestClock();
let platform: TestPlatform;
let server: Server;
let url: string;
let received: Received[] = [];
let answers: number[] = [];
let running: readonly Worker[] = [];

beforeAll(async () => {
  platform = await createTestPlatform({ clock });
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answers.shift() ?? 200).end('seen');
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
});

const secretBox = createSecretBox(new Uint8Array(randomBytes(32)));

/** A workspace with one hook, and the workers that tell it things. */
async function open({ works = true } = {}) {
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
    running = module.workers;
  }
  const body = { url, eventTypes: ['contact.updated'] };
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
        items: { eventId: string; state: string; attempts: number }[];
      }
    ).items;
  const getHook = async () => ((await call('listHooks')) as { items: Hook[] }).items[0];
  return { pass, hook, secret, happen, deliveries, call, audited, getHook, module };
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
    const { happen, deliveries, getHook, pass } = await open();
    answers = [500, 302];
    await happen(randomUUID());
    await arrivals(1);
    await waitFor(async () => ((await getHook())?.failingSince ? true : undefined));
    await pass(7_000);
    await arrivals(2);
    await waitFor(async () => ((await deliveries())[0]?.attempts === 2 ? true : undefined));
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
      claimDue(tx, now, new Date(now.getTime() + 30_000), 16),
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
    const { hook, happen, deliveries, getHook, call, pass } = await open();
    answers = retryDelaysMs.map(() => 503).concat(503);
    await happen(randomUUID());
    for (const [index, delayMs] of retryDelaysMs.entries()) {
      await waitFor(async () => ((await deliveries())[0]?.attempts === index + 1 ? true : undefined));
      await arrivals(index + 1);
      await waitFor(async () => ((await getHook())?.lastProblem ? true : undefined));
      await pass(delayMs * 1.2 + 31_000);
    }
    await waitFor(async () => ((await deliveries())[0]?.state === 'given_up' ? true : undefined));
    expect(await getHook()).toMatchObject({ state: 'failing', lastProblem: expect.stringContaining('503') });
    await happen(randomUUID());
    await call('updateHook', { params: { hookId: hook.id }, body: { state: 'enabled' } });
    await waitFor(async () => ((await deliveries())[0]?.state === 'delivered' ? true : undefined));
    expect(await getHook()).toMatchObject({ state: 'enabled', failingSince: null });
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
