import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { errorCodes } from '@renkei/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../test/test-platform.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Visitor } from '../../test/visitor.ts';

let platform: TestPlatform;
let server: TestServer;
let webDir: string;

beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'renkei-web-'));
  await mkdir(join(webDir, 'assets'));
  await writeFile(join(webDir, 'index.html'), '<title>the app</title>');
  await writeFile(join(webDir, 'assets/app-abc123.js'), 'run()');
  await writeFile(join(webDir, 'favicon.svg'), '<svg/>');
  for (const file of ['index.html', 'assets/app-abc123.js']) {
    await writeFile(join(webDir, `${file}.br`), brotliCompressSync(await readFile(join(webDir, file))));
  }
  platform = await createTestPlatform();
  server = await startTestServer(platform, {
    webDir,
    companionUrl: 'http://phone.test:7400/phones',
    metricsToken: 'the-metrics-token',
    handleWebhook: (request, response) => {
      response.writeHead(200).end(`bare ${request.method} ${request.url}`);
    },
  });
});

afterAll(async () => {
  await server.close();
  await platform.close();
  await rm(webDir, { recursive: true });
});

describe('every answer', () => {
  test.each(['/', '/v1/session', '/v1/nothing', '/livez', '/assets/app-abc123.js', '/docs/errors/internal'])(
    '%s carries the security headers',
    async (path) => {
      const { headers } = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain('frame-src http://phone.test:7400;');
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('microphone=(self "http://phone.test:7400")');
    },
  );
});

describe('the documentation', () => {
  test.each(errorCodes)('%s has its page', async (code) => {
    const response = await fetch(`${server.url}/docs/errors/${code}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/lang="en"[\s\S]*lang="ja"/);
  });

  test('tells what a code of Meta’s means, with its subcodes, even one that nobody knows', async () => {
    const page = async (code: string) => (await fetch(`${server.url}/docs/errors/meta/${code}`)).text();
    expect(await page('131047')).toMatch(/approved template[\s\S]*承認済みテンプレート/);
    expect(await page('100')).toContain('Template name is locked');
    expect(await page('999999')).toContain('Unknown error 999999');
    expect((await fetch(`${server.url}/docs/errors/meta/secret`)).status).toBe(404);
  });
});

describe('the front door', () => {
  test('hands webhooks to their own handler, whatever the method, and nothing else', async () => {
    const { body, headers } = await new Visitor(server.url).send('PUT', '/webhooks/anything?x=1');
    expect(body).toBe('bare PUT /webhooks/anything?x=1');
    expect(headers.get('content-security-policy')).toBeNull();
    expect((await new Visitor(server.url).send('GET', '/v1/webhooks/x')).status).toBe(404);
  });

  test('gives metrics only for the token', async () => {
    const metrics = (authorization: string) => fetch(`${server.url}/metrics`, { headers: { authorization } });
    expect((await metrics('')).status).toBe(404);
    expect((await metrics('Bearer wrong')).status).toBe(404);
    const response = await metrics('Bearer the-metrics-token');
    expect(await response.text()).toContain('renkei_http_request_seconds');
  });
});

describe('the web app', () => {
  const get = (path: string, accept = 'text/html') => fetch(`${server.url}${path}`, { headers: { accept } });

  test('answers every address of a page, asked for again each time', async () => {
    for (const path of ['/', '/inbox', '/settings/channels?x=1']) {
      const response = await get(path);
      expect(await response.text()).toBe('<title>the app</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  test('keeps hashed files for ever and others not at all', async () => {
    const script = await get('/assets/app-abc123.js', '*/*');
    expect(await script.text()).toBe('run()');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/favicon.svg', '*/*')).headers.get('cache-control')).toBe('no-cache');
  });

  test('goes out compressed where the build has left a compressed copy', async () => {
    for (const [path, type] of [
      ['/assets/app-abc123.js', 'application/javascript; charset=utf-8'],
      ['/inbox', 'text/html; charset=utf-8'],
    ] as const) {
      const response = await fetch(`${server.url}${path}`, {
        headers: { accept: 'text/html', 'accept-encoding': 'br' },
      });
      expect(response.headers.get('content-encoding')).toBe('br');
      expect(response.headers.get('content-type')).toBe(type);
      expect(await response.text()).toMatch(/run\(\)|the app/);
    }
  });

  test('is no answer to what is not a page', async () => {
    expect((await get('/assets/gone-123.js')).status).toBe(404);
    expect((await get('/inbox', 'application/json')).status).toBe(404);
    expect((await get('/assets/../../../package.json')).status).not.toBe(500);
    expect(await (await get('/%2e%2e/%2e%2e/etc/passwd')).text()).not.toContain('root:');
  });

  test('that has not been built is missed in words', async () => {
    const bare = await startTestServer(platform);
    const response = await fetch(bare.url, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
    await bare.close();
  });
});
