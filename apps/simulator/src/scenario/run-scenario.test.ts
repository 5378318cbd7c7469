import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portOf } from '../testing/port-of.ts';
import { runScenario } from './run-scenario.ts';

const shipped = join(import.meta.dirname, '../../scenarios');

test.each(['window.yaml', 'buttons.yaml', 'coexistence.yaml', 'template-review.yaml'])(
  'the shipped scenario %s holds',
  async (name) => {
    const { held, said } = await play(join(shipped, name));
    expect(said).not.toContain('✗');
    expect(held).toBe(true);
  },
);

test('what does not come makes it fail, at its line and with what came instead', async () => {
  const path = written(`
name: The window is open
steps:
  - customer writes: Hello
  - business sends: Welcome
  - expect failure: 131047
`);
  const { held, said } = await play(path);
  expect(held).toBe(false);
  expect(said).toContain(`${path}:5: the message was to fail with 131047; it is delivered`);
});

test('a word that is no step is named, with those there are', async () => {
  const { held, said } = await play(
    written(`
name: Nobody can fly
customers: { Taro: "+81 80-9876-5432" }
steps:
  - Taro flies: away
`),
  );
  expect(held).toBe(false);
  expect(said).toContain(':4: nobody can "Taro flies"');
  expect(said).toContain('customer writes');
});

test('a slip in a step is found before anything is played', async () => {
  const { held, said } = await play(
    written(`
name: A slip
steps:
  - customer writes: Hello
  - after: some time
`),
  );
  expect(held).toBe(false);
  expect(said).toContain(':4: after:');
  expect(said).toContain('"some time" is no duration');
  expect(said).not.toContain('customer writes');
});

test('a tested system is started with credentials and gets webhooks; one message too many is found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-scenario-'));
  const port = await freePort();
  const bot = join(folder, 'bot.mjs');
  writeFileSync(bot, echoBot(port));
  const path = join(folder, 'echo.yaml');
  writeFileSync(
    path,
    `
name: The bot answers
system:
  webhook: http://127.0.0.1:${port}/webhooks
  start: '"${process.execPath}" "${bot}"'
  ready: http://127.0.0.1:${port}/ready
steps:
  - customer writes: Ahoy
  - expect text: You wrote Ahoy
  - expect status: delivered
  - expect nothing: 3 h
  - customer writes: Again
  - expect nothing: 1 h
`,
  );
  const { held, said } = await play(path);
  expect(said).toContain(`${path}:13: nothing was to be sent, but there came text to`);
  expect(said).toContain('You wrote Again');
  expect(held).toBe(false);
});

async function play(path: string) {
  const lines: string[] = [];
  const held = await runScenario(path, { patienceMs: 4000, say: (line) => lines.push(line) });
  return { held, said: lines.join('\n') };
}

function written(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'renkei-scenario-')), 'scenario.yaml');
  writeFileSync(path, text.trimStart());
  return path;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  return port;
}

/** The smallest bot: answers each text once. */
function echoBot(port: number): string {
  return `
import { createServer } from 'node:http';
const { GRAPH_URL, PHONE_NUMBER_ID, ACCESS_TOKEN } = process.env;
createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  response.end();
  if (request.method !== 'POST') return;
  for (const { changes } of JSON.parse(body).entry)
    for (const { value } of changes)
      for (const { from, text } of value.messages ?? [])
        await fetch(\`\${GRAPH_URL}/v25.0/\${PHONE_NUMBER_ID}/messages\`, {
          method: 'POST',
          headers: { authorization: \`Bearer \${ACCESS_TOKEN}\`, 'content-type': 'application/json' },
          body: JSON.stringify({ messaging_product: 'whatsapp', to: '+' + from, type: 'text', text: { body: 'You wrote ' + text.body } }),
        });
}).listen(${port}, '127.0.0.1');
`;
}
