import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openEventSource } from './event-source.ts';
import { signInPerson } from './people.ts';
import { createTestPlatform, type TestPlatform } from './test-platform.ts';
import { waitFor } from './wait-for.ts';

const script = fileURLToPath(new URL('../src/main.ts', import.meta.url));
let platform: TestPlatform;
let dataDir: string;
let children: ServerProcess[] = [];

beforeAll(async () => {
  platform = await createTestPlatform();
});

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'renkei-main-'));
});

afterEach(async () => {
  for (const { child } of children) child.kill('SIGKILL');
  await Promise.all(children.map(({ exited }) => exited));
  children = [];
  await rm(dataDir, { recursive: true });
});

afterAll(() => platform.close());

interface ServerProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly log: () => readonly Record<string, unknown>[];
  readonly stray: () => string;
}

function startProcess(environment: Readonly<Record<string, string>>): ServerProcess {
  const child = spawn(process.execPath, [script], {
    env: {
      PATH: process.env['PATH'],
      // Sources that another run has read already are not read again: half of a start.
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      DATABASE_URL: databaseUrl(),
      DATA_DIR: dataDir,
      PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let out = '';
  let stray = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stray += chunk.toString();
  });
  const started = {
    child,
    exited: once(child, 'exit').then(([code]) => code),
    log: () =>
      out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    stray: () => stray,
  };
  children.push(started);
  return started;
}

function databaseUrl(): string {
  const { host, port, user, database } = platform.temporary.ownerConnection;
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}

async function portOf({ child }: ServerProcess): Promise<number> {
  const [message] = await once(child, 'message', { signal: AbortSignal.timeout(50_000) });
  return message.port;
}

/** A process starts in two seconds, and in many more on a machine that is busy with other tests. */
describe('the server process', { timeout: 60_000 }, () => {
  test('tells its parent when it is ready, and ends with 0 on SIGTERM although a stream is open', async () => {
    const server = startProcess({});
    const url = `http://127.0.0.1:${await portOf(server)}`;
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ ready: expect.any(Boolean) });
    const workspaceId = await platform.createWorkspace();
    const { browser } = await signInPerson(platform, url, workspaceId, 'agent');
    const source = await openEventSource(url, { cookie: browser.cookie });
    await waitFor(async () => source.lastId());

    const beganMs = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
    await source.ended;
    expect(performance.now() - beganMs).toBeLessThan(10_000);
    const messages = server.log().map((line) => line['msg']);
    expect(messages).toEqual(expect.arrayContaining(['ready', 'stopping', 'stopped']));
    expect(server.stray()).toBe('');
  });

  test('ends when the parent is gone', async () => {
    const server = startProcess({});
    await portOf(server);
    server.child.disconnect();
    expect(await server.exited).toBe(0);
  });

  test('ends with 1 and one line that names the port when it is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const server = startProcess({ PORT: String(port) });
    expect(await server.exited).toBe(1);
    expect(JSON.stringify(server.log().at(-1))).toContain(`127.0.0.1:${port}`);
    taken.close();
  });

  test.each([
    ['no database', { DATABASE_URL: '' }, /DATABASE_URL/],
    ['a wrong port', { PORT: 'http' }, /PORT/],
    ['a database that is not there', { DATABASE_URL: 'postgresql://u@127.0.0.1:9/d' }, /ECONNREFUSED/],
    ['a key of the wrong length', { MASTER_KEY: 'short' }, /MASTER_KEY/],
  ])('ends with 1 and one line that says why with %s', async (_, environment, why) => {
    const server = startProcess(environment);
    expect(await server.exited).toBe(1);
    expect(server.log().at(-1)).toMatchObject({ level: 60, msg: 'the server could not start' });
    expect(JSON.stringify(server.log().at(-1))).toMatch(why);
    expect(server.stray()).toBe('');
  });

  test('does not work as a role that could see every workspace', async () => {
    const asOwner = startProcess({ DATABASE_URL: `${databaseUrl()}&options=-c%20role%3D${'renkei_owner'}` });
    expect(await asOwner.exited).toBe(1);
    expect(JSON.stringify(asOwner.log().at(-1))).toContain('database_role_wrong');
  });
});
