import { createServer } from 'node:http';
import { routes as contractRoutes, type RouteDefinition } from '@renkei/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { bind } from '#platform/module';
import { openEventSource } from '../../test/event-source.ts';
import { signInPerson } from '../../test/people.ts';
import { createTestPlatform, type TestPlatform } from '../../test/test-platform.ts';
import { startTestServer } from '../../test/test-server.ts';
import { waitFor } from '../../test/wait-for.ts';
import { checkBindings } from './check-bindings.ts';
import { databaseProbe, diskProbe, intakeProbe, migrationsProbe } from './health/probes.ts';
import { createReadiness } from './health/readiness.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await createTestPlatform();
});

afterAll(() => platform.close());

describe('a server with a hole in it does not start', () => {
  const { getSession, signOut } = contractRoutes;
  const contract = { getSession, signOut };
  const handled = (route: RouteDefinition) => bind(route, async () => ({}));

  test('because a route has no handler, or two, or a handler no route', () => {
    expect(() => checkBindings(contract, [handled(getSession)])).toThrow(/signOut has no handler/);
    expect(() => checkBindings(contract, [getSession, signOut, signOut].map(handled))).toThrow(
      /signOut has 2 handlers/,
    );
    const stray: RouteDefinition = {
      name: 'stray',
      method: 'GET',
      path: '/v1/stray',
      summary: '',
      access: 'public',
      response: z.unknown(),
    };
    expect(() => checkBindings(contract, [getSession, signOut, stray].map(handled))).toThrow(
      /stray is not in the contract/,
    );
    expect(() => checkBindings(contract, [getSession, signOut].map(handled))).not.toThrow();
  });
});

describe('readiness', () => {
  test('is green when everything holds', async () => {
    const probes = [
      databaseProbe(platform.database),
      migrationsProbe(platform.database),
      diskProbe('/'),
      intakeProbe(async () => 59_000),
    ];
    const report = await createReadiness(probes, platform.log).report();
    expect(report.checks.map((check) => check.name)).toEqual(['database', 'migrations', 'disk', 'intake']);
    expect(report.checks.filter((check) => check.name !== 'disk').every((check) => check.ok)).toBe(true);
  });

  test('says over HTTP what is wrong: a database that is gone, an intake that is behind', async () => {
    const gone = await createTestPlatform();
    await gone.close();
    const probes = [databaseProbe(gone.database), intakeProbe(async () => 61_000)];
    const server = await startTestServer(platform, { readiness: createReadiness(probes, platform.log) });
    const response = await fetch(`${server.url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      ready: false,
      checks: [
        { name: 'database', ok: false, reason: expect.any(String) },
        { name: 'intake', ok: false, reason: '61 s behind' },
      ],
    });
    expect((await fetch(`${server.url}/livez`)).status).toBe(200);
    await server.close();
  });

  test('answers within a second when something hangs', async () => {
    const hanging = { name: 'stuck', check: () => new Promise<undefined>(() => undefined) };
    const beganMs = performance.now();
    const report = await createReadiness([hanging], platform.log).report();
    expect(report).toMatchObject({ ready: false, checks: [{ name: 'stuck', ok: false }] });
    expect(performance.now() - beganMs).toBeLessThan(2_500);
  });
});

describe('the end of a server', () => {
  test('streams end, a request in flight is finished, new ones are not accepted', async () => {
    let finish: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let arrived = false;
    const route = {
      name: 'slow',
      method: 'GET',
      path: '/v1/slow',
      summary: '',
      access: 'session',
      response: z.object({ done: z.boolean() }),
    } as const satisfies RouteDefinition;
    const server = await startTestServer(platform, {
      bindings: [
        bind(route, async () => {
          arrived = true;
          await slow;
          return { done: true };
        }),
      ],
    });
    const workspaceId = await platform.createWorkspace();
    const { browser } = await signInPerson(platform, server.url, workspaceId, 'agent');
    const source = await openEventSource(server.url, { cookie: browser.cookie });
    const inFlight = browser.call(route);
    await waitFor(async () => (arrived ? true : undefined));

    const closed = server.close();
    await source.ended;
    await expect(fetch(`${server.url}/livez`, { headers: { connection: 'close' } })).rejects.toThrow(
      'fetch failed',
    );
    finish();
    expect(await inFlight).toMatchObject({ status: 200, body: { done: true } });
    await closed;
  });

  test('a port that is taken is an error that says so', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await expect(startTestServer(platform, {}, port)).rejects.toThrow(/EADDRINUSE/);
    await new Promise((resolve) => taken.close(resolve));
  });
});
