/**
 * Every route of the contract × what nobody in their right mind would send, as a signed-in owner. Generated from the route
 * registry: a new route is covered without a line here.
 */
import { errorTable, type RouteDefinition, routes } from '@renkei/contract';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arbitraryBroken, arbitraryHostileBody, arbitraryHostileText } from './hostile-input.ts';
import { sampleInput } from './sample-input.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';

/** Of each route and each kind of input. */
const timesEach = Number(process.env['HOSTILE_INPUTS'] ?? 12);

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Request {
  readonly path: string;
  readonly body?: string | undefined;
  readonly type?: string | undefined;
}

let callers = 0;
let strangers = 0;

/** Its status, after a look at whether it is an answer that somebody can do something with. */
async function ask(route: RouteDefinition, cookie: string, { path, body, type }: Request): Promise<number> {
  callers += 1;
  const answer = await fetch(`${app.url}${path}`, {
    method: route.method,
    headers: {
      'x-renkei-csrf': '1',
      cookie: `renkei_session=${cookie}`,
      'x-forwarded-for': `10.${callers >> 16}.${(callers >> 8) & 255}.${callers & 255}`,
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(body === undefined || route.method === 'GET' ? {} : { body }),
  });
  if (answer.status === 401) strangers += 1;
  if (answer.ok && route.answers !== undefined && route.answers !== 'json') {
    await answer.body?.cancel();
    return answer.status;
  }
  const text = await answer.text();
  if (answer.ok) return answer.status;
  const { code } = JSON.parse(text) as { readonly code: keyof typeof errorTable };
  expect(errorTable[code]?.status, text).toBe(answer.status);
  // The one thing that may fail here is the way to Meta.
  if (code !== 'graph_unreachable')
    expect(answer.status, `${path} ${body?.slice(0, 300)}: ${text}`).toBeLessThan(500);
  return answer.status;
}

const fill = (route: RouteDefinition, valueOf: (name: string) => string) =>
  route.path.replace(/(?<=\/):(\w+)/g, (_, name: string) => encodeURIComponent(valueOf(name)));

const allRoutes: readonly RouteDefinition[] = Object.values(routes);
const bodies = allRoutes.flatMap((route) => {
  const schema = route.body ?? route.line;
  return schema ? [{ name: route.name, route, schema }] : [];
});
const named = allRoutes.map((route) => ({ name: route.name, route }));

describe('a body that is not what it should be is answered by', () => {
  test.each(bodies)('$name', async ({ route, schema }) => {
    const { ids, owner } = await app.newWorld();
    const sample = sampleInput(schema, (name) => ids[name] ?? name);
    const path = fill(route, (name) => ids[name] ?? name);
    const type = route.accepts === 'lines' ? 'application/x-ndjson' : 'application/json';
    await fc.assert(
      fc.asyncProperty(arbitraryBroken(sample), async (body) => {
        await ask(route, owner.cookie, { path, body: JSON.stringify(body) ?? '', type });
      }),
      { numRuns: 3 * timesEach, endOnFailure: true },
    );
  });
});

describe('bytes that are no body are answered by', () => {
  test.each(named.filter(({ route }) => route.method !== 'GET'))('$name', async ({ route }) => {
    const { ids, owner } = await app.newWorld();
    const path = fill(route, (name) => ids[name] ?? name);
    await fc.assert(
      fc.asyncProperty(arbitraryHostileBody, async ({ type, text }) => {
        await ask(route, owner.cookie, { path, body: text, type });
      }),
      { numRuns: timesEach, endOnFailure: true },
    );
  });
});

describe('an address that names nothing is answered by', () => {
  test.each(named)('$name', async ({ route }) => {
    const { owner } = await app.newWorld();
    const names = route.query
      ? Object.keys(sampleInput(route.query, () => crypto.randomUUID()) as object)
      : [];
    const query = fc.array(
      fc.tuple(fc.constantFrom('cursor', 'limit', '__proto__', ...names), arbitraryHostileText),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(arbitraryHostileText, query, async (text, pairs) => {
        const search = new URLSearchParams(pairs);
        await ask(route, owner.cookie, { path: `${fill(route, () => text)}?${search.toString()}` });
      }),
      { numRuns: timesEach, endOnFailure: true },
    );
  });
});

test('nearly all of it came from somebody who was signed in', () => {
  expect(callers).toBeGreaterThan(100 * timesEach);
  expect(strangers / callers).toBeLessThan(0.1);
});
