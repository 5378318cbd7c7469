import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSimulatorControl } from './control/client.ts';
import { startSimulator } from './main.ts';
import { png } from './testing/sample-files.ts';
import {
  accessToken,
  appSecret,
  call,
  customer,
  startTestWorld,
  verifyToken,
} from './testing/start-test-world.ts';
import { startWebhookReceiver } from './testing/webhook-receiver.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'simulator-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the journal', () => {
  test('a restarted simulator is the same world: ledger, phones, media, clock, settings', async () => {
    const world = await startTestWorld({ dataDir });
    await world.openWindow();
    await world.sendText('remember me', { biz_opaque_callback_data: 'attempt-9' });
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'dot.png');
    const { body: uploaded } = await world.graph('POST', `/${world.phoneNumberId}/media`, form);
    await world.simulator.control.moveClock({ freezeAt: Date.UTC(2026, 11, 1) });
    await world.simulator.control.settle();
    const before = await snapshot(world.simulator.url);
    await world.stop();

    const again = await startSimulator({ dataDir });
    expect(await snapshot(again.url)).toEqual(before);
    expect((await again.control.getClock()).now).toBe(Date.UTC(2026, 11, 1));
    const headers = { authorization: `Bearer ${accessToken}` };
    const { body: media } = await call(`${again.url}/${uploaded.id}`, 'GET', undefined, headers);
    const file = await fetch(media.url, { headers });
    expect(Buffer.from(await file.arrayBuffer())).toEqual(png);
    await again.stop();
  });

  test('what was not delivered when it died is delivered after', async () => {
    const world = await startTestWorld({ dataDir });
    await world.receiver.stop();
    await world.simulator.control.sendInbound([
      { phoneNumberId: world.phoneNumberId, waId: customer.waId, text: { body: 'lost?' } },
    ]);
    await world.sendText('and this?');
    await world.simulator.stop();

    const port = Number(new URL(world.receiver.url).port);
    const receiver = await startWebhookReceiver({ secret: appSecret, verifyToken, port });
    const again = await startSimulator({ dataDir });
    expect((await again.control.settle()).settled).toBe(true);
    expect(receiver.messages()).toMatchObject([{ text: { body: 'lost?' } }]);
    expect(receiver.statuses().map(({ status }) => status)).toEqual(['sent', 'delivered']);
    await again.stop();
    await receiver.stop();
  });

  test('a line torn by a kill is cut off and the rest stays', async () => {
    const world = await startTestWorld({ dataDir });
    await world.openWindow();
    await world.stop();
    appendFileSync(join(dataDir, 'journal.jsonl'), '{"kind":"inbound","mess');
    const again = await startSimulator({ dataDir });
    expect((await again.control.summary()).inbound).toBe(1);
    await again.control.mergeWorld({ customers: [{ waId: '819000000009' }] });
    await again.stop();
    const third = await startSimulator({ dataDir });
    expect((await third.control.getWorld()).customers.map(({ waId }) => waId)).toContain('819000000009');
    await third.stop();
  });

  test('reset empties world, journal and media', async () => {
    const world = await startTestWorld({ dataDir });
    await world.openWindow();
    await world.simulator.control.reset();
    expect(await world.simulator.control.summary()).toMatchObject({ sends: 0, inbound: 0, inFlight: 0 });
    await world.stop();
    const again = await startSimulator({ dataDir });
    expect((await again.control.getWorld()).wabas).toEqual([]);
    await again.stop();
  });
});

describe('the command', () => {
  test('prints its address, keeps every accepted send through kill -9, stops on SIGTERM with 0', async () => {
    const first = await startCommand(dataDir);
    const control = createSimulatorControl(first.url);
    const shop = await control.mergeWorld({
      wabas: [{ phoneNumbers: [{}] }],
      apps: [{ accessToken }],
      customers: [{ waId: customer.waId }],
    });
    const phoneNumberId = shop.wabas[0]?.phoneNumbers[0]?.id;
    const accepted: string[] = [];
    for (let index = 0; index < 20; index += 1) {
      const send = { messaging_product: 'whatsapp', to: customer.waId, text: { body: 'hi' } };
      const headers = { authorization: `Bearer ${accessToken}` };
      const answer = await call(`${first.url}/${phoneNumberId}/messages`, 'POST', send, headers);
      accepted.push(answer.body.messages[0].id);
    }
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');

    const second = await startCommand(dataDir);
    const { sends } = await createSimulatorControl(second.url).listSends();
    expect(sends.map(({ wamid }) => wamid)).toEqual(accepted);
    second.process.kill('SIGTERM');
    expect(await once(second.process, 'exit')).toEqual([0, null]);
  });
});

async function startCommand(dir: string) {
  const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
  const child = spawn(process.execPath, [cli, '--port', '0', '--data-dir', dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const url = /http:\S+/.exec(String(line))?.[0];
  if (!url) throw new Error(`No address in "${line}"`);
  return { process: child, url };
}

async function snapshot(url: string) {
  const control = createSimulatorControl(url);
  const phone = await fetch(`${url}/phones/${customer.waId}`);
  return {
    world: await control.getWorld(),
    sends: await control.listSends(),
    webhooks: await control.listWebhooks(),
    summary: await control.summary(),
    phone: await phone.json(),
  };
}
