import { Readable } from 'node:stream';
import { idSchema, type RouteDefinition, routes } from '@renkei/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { RenkeiError } from '#platform/errors';
import { bind, bindPublic } from '#platform/module';
import { signInPerson } from '../../test/people.ts';
import { createTestPlatform, type TestPlatform } from '../../test/test-platform.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Visitor } from '../../test/visitor.ts';

function defineRoute<const Route extends RouteDefinition>(route: Route): Route {
  return route;
}

const echo = defineRoute({
  name: 'echo',
  method: 'POST',
  path: '/v1/echo/:thingId',
  summary: '',
  access: 'session',
  params: z.object({ thingId: idSchema }),
  query: z.object({ limit: z.coerce.number().int().max(10).optional() }),
  body: z.object({ name: z.string().max(5), nested: z.object({ count: z.number() }).optional() }),
  response: z.object({ name: z.string(), workspaceId: z.string() }),
});
const faulty = defineRoute({
  name: 'faulty',
  method: 'GET',
  path: '/v1/faulty',
  summary: '',
  access: 'public',
  query: z.object({ how: z.enum(['throws', 'lies', 'store']) }),
  response: z.object({ ok: z.boolean() }),
});
const upload = defineRoute({
  name: 'upload',
  method: 'POST',
  path: '/v1/upload',
  summary: '',
  access: 'session',
  accepts: 'upload',
  status: 201,
  response: z.object({ fileName: z.string(), size: z.number() }),
});
const bytes = defineRoute({
  name: 'bytes',
  method: 'GET',
  path: '/v1/bytes',
  summary: '',
  access: 'session',
  answers: 'bytes',
  response: z.unknown(),
});

const thingId = '018f0000-0000-7000-8000-000000000000';
let platform: TestPlatform;
let server: TestServer;
let member: Visitor;
let workspaceId: string;

beforeAll(async () => {
  platform = await createTestPlatform();
  workspaceId = await platform.createWorkspace();
  server = await startTestServer(platform, {
    bindings: [
      bind(echo, async (principal, { body }) => {
        return { ...body, workspaceId: principal.workspaceId, secret: 'not in the contract' };
      }),
      bindPublic(faulty, async ({ query }) => {
        if (query.how === 'store') throw new RenkeiError('store_unavailable');
        if (query.how === 'throws') throw new Error('password=hunter2 at line 7');
        return JSON.parse('{"ok":"yes"}');
      }),
      bind(upload, async (_principal, { file }) => {
        const given = await file();
        if (given === undefined) throw new RenkeiError('invalid_request');
        let size = 0;
        for await (const chunk of given.stream) size += chunk.length;
        return { fileName: given.fileName, size };
      }),
      bind(bytes, async () => ({
        stream: Readable.from([Buffer.from('bytes')]),
        headers: { 'content-type': 'image/png', 'content-security-policy': 'sandbox' },
      })),
    ],
  });
  member = (await signInPerson(platform, server.url, workspaceId, 'agent')).browser;
});

afterAll(async () => {
  await server.close();
  await platform.close();
});

describe('a provider that fetches a file by its address', () => {
  test('is served however long the address is and however many it fetches in a minute', async () => {
    const asked: string[] = [];
    const bindings = [
      bindPublic(routes.getPublishedMedia, async ({ params }) => {
        asked.push(params.token);
        return { stream: Readable.from([Buffer.from('bytes')]), headers: { 'content-type': 'image/png' } };
      }),
    ];
    const files = await startTestServer(platform, { bindings });
    const token = 'a'.repeat(2_000);
    for (let count = 0; count < 70; count += 1) {
      const answer = await fetch(`${files.url}/v1/published-media/${token}`);
      expect(answer.status).toBe(200);
      await answer.arrayBuffer();
    }
    expect(new Set(asked)).toEqual(new Set([token]));
    await files.close();
  });
});

describe('a request', () => {
  test.each([
    ['loopback', '10.2.3.4'],
    ['loopback,10.0.0.0/8', '203.0.113.7'],
  ])('comes from where the proxies that are trusted say: %s', async (trustedProxies, seen) => {
    const whence = defineRoute({
      name: 'whence',
      method: 'GET',
      path: '/v1/whence',
      summary: '',
      access: 'public',
      response: z.object({ address: z.string() }),
    });
    const bindings = [bindPublic(whence, async ({ remoteAddress }) => ({ address: remoteAddress }))];
    const behind = await startTestServer(platform, { trustedProxies, bindings });
    const headers = { 'x-forwarded-for': '203.0.113.7, 10.2.3.4' };
    expect((await new Visitor(behind.url).call(whence, { headers })).body).toEqual({ address: seen });
    await behind.close();
  });

  test('is answered with what the contract names and nothing else', async () => {
    const answer = await member.call(echo, { params: { thingId }, body: { name: 'Yuki', extra: 1 } });
    expect(answer).toMatchObject({ status: 200, body: { name: 'Yuki', workspaceId } });
    expect(answer.body).not.toHaveProperty('secret');
  });

  test('cannot say who it is: the tenant comes from the session alone', async () => {
    const other = await platform.createWorkspace();
    const answer = await member.call(echo, {
      params: { thingId },
      query: { workspaceId: other, workspace_id: other },
      headers: { 'x-workspace-id': other },
      body: { name: 'Yuki', workspaceId: other, principal: { workspaceId: other } },
    });
    expect(answer.body).toEqual({ name: 'Yuki', workspaceId });
  });

  test.each([
    ['a missing field', { nested: { count: 1 } }, ['name']],
    [
      'a field too long and one of the wrong type',
      { name: 'Yukiko', nested: { count: '1' } },
      ['name', 'nested.count'],
    ],
    ['null', null, ['']],
    ['an array', [], ['']],
    ['a string', 'text', ['']],
  ])('with %s is told which fields are wrong', async (_, body, paths) => {
    const answer = await member.call(echo, { params: { thingId }, body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    const { fields } = answer.body as { fields: { path: string }[] };
    expect(fields.map((field) => field.path)).toEqual(paths);
  });

  test('with a query out of range, broken JSON, another type or too much is refused', async () => {
    const parts = { params: { thingId }, body: { name: 'Yuki' } };
    expect(await member.call(echo, { ...parts, query: { limit: '11' } })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'query.limit' }] },
    });
    const raw = (body: string, contentType: string) =>
      fetch(`${server.url}/v1/echo/${thingId}`, {
        method: 'POST',
        body,
        headers: {
          'content-type': contentType,
          'x-renkei-csrf': '1',
          cookie: `renkei_session=${member.cookie}`,
        },
      }).then((response) => response.status);
    expect(await raw('{"name":', 'application/json')).toBe(400);
    expect(await raw('{"__proto__":{"a":1},"name":"a"}', 'application/json')).toBe(400);
    expect(await raw('name=Yuki', 'application/x-www-form-urlencoded')).toBe(400);
    expect(await raw('{"name":"Yuki"}', 'text/plain')).toBe(400);
    expect(await raw(`{"name":"${'x'.repeat(1_100_000)}"}`, 'application/json')).toBe(400);
  });

  test('for an id that can be none is answered like one for an id that is none', async () => {
    const answer = await member.call(echo, { params: { thingId: 'x' }, body: { name: 'Yuki' } });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await member.send('GET', '/v1/no-such-thing')).body).toMatchObject({ code: 'not_found' });
  });
});

describe('a forged request', () => {
  const call = (headers: Record<string, string>) =>
    member.call(echo, { params: { thingId }, body: { name: 'Yuki' }, headers });

  test('without the header that only our own pages can set is refused', async () => {
    expect(await call({ 'x-renkei-csrf': '' })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test.each(['https://evil.test', 'null', 'http://127.0.0.1:1'])('from %s is refused', async (origin) => {
    expect((await call({ origin })).status).toBe(403);
  });

  test('is not one that comes from the address the page was opened at', async () => {
    expect((await call({ origin: server.url })).status).toBe(200);
    expect((await call({ origin: 'http://renkei.test' })).status).toBe(200);
  });
});

describe('a failure', () => {
  test('is a problem with reason and remedy in both languages and a page of its own', async () => {
    const nobody = new Visitor(server.url);
    const { status, headers, body } = await nobody.call(echo, { params: { thingId }, body: {} });
    expect(status).toBe(401);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({
      type: '/docs/errors/unauthenticated',
      title: 'Not signed in',
      titles: { en: 'Not signed in', ja: 'サインインしていません' },
      status: 401,
      code: 'unauthenticated',
      detail: { en: 'Not signed in', ja: 'サインインしていません' },
      remedy: { en: 'Sign in and try again.' },
      source: null,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test.each(['throws', 'lies'])('that nobody expected (%s) tells nothing but a request id', async (how) => {
    const { status, body } = await member.call(faulty, { query: { how } });
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: 'internal', requestId: expect.any(String) });
    expect(JSON.stringify(body)).not.toMatch(/hunter2|contract/);
  });

  test('of the database is a 503 that says nothing was accepted', async () => {
    expect(await member.call(faulty, { query: { how: 'store' } })).toMatchObject({
      status: 503,
      body: { code: 'store_unavailable', remedy: { en: expect.stringContaining('Nothing was accepted') } },
    });
  });
});

describe('an answer of bytes', () => {
  test('may be stricter than the rest', async () => {
    const { headers, body } = await member.call(bytes);
    expect(body).toBe('bytes');
    expect(headers.get('content-security-policy')).toBe('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('an upload', () => {
  const form = (size: number) => {
    const data = new FormData();
    data.append('file', new Blob([new Uint8Array(size)], { type: 'image/png' }), 'a picture.png');
    return data;
  };

  test('arrives whole, as a stream', async () => {
    expect(await member.call(upload, { body: form(3_000_000) })).toMatchObject({
      status: 201,
      body: { fileName: 'a picture.png', size: 3_000_000 },
    });
  });

  test('above 105 MB is refused, not cut short', async () => {
    expect(await member.call(upload, { body: form(105 * 1024 * 1024 + 1) })).toMatchObject({
      status: 422,
      body: { code: 'media_too_large' },
    });
  });

  test('that is none is refused', async () => {
    expect((await member.call(upload, { body: { file: 'x' } })).status).toBe(400);
    expect((await member.call(upload, { body: new FormData() })).status).toBe(400);
  });
});
