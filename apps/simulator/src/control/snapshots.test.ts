import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Simulator, type SimulatorOptions, startSimulator } from '../main.ts';

const running: Simulator[] = [];
afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.stop();
});

async function start(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator({ seed: 7, ...options });
  running.push(simulator);
  return simulator;
}

async function fill({ control, url }: Simulator) {
  const world = await control.mergeWorld({
    wabas: [{ name: 'Shop', phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0100' }] }],
    apps: [{ secret: 's', accessToken: 'EAAsnapshot' }],
    customers: [{ waId: '819012345678', name: 'Hanako' }],
  });
  const phoneNumberId = world.wabas[0]?.phoneNumbers[0]?.id ?? '';
  await control.sendInbound([
    { phoneNumberId, waId: '819012345678', type: 'text', text: { body: 'こんにちは' } },
  ]);
  const send = async (body: string) => {
    const response = await fetch(`${url}/v25.0/${phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: 'Bearer EAAsnapshot', 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to: '+819012345678', text: { body } }),
    });
    expect(response.status).toBe(200);
    await control.settle();
  };
  return { send };
}

test('a restored world has what it had, its clock and its windows, and nothing that came after', async () => {
  const simulator = await start();
  const { control } = simulator;
  const { send } = await fill(simulator);
  await send('before');
  await control.moveClock({ freezeAt: Date.parse('2026-11-21T00:00:00Z') });
  await control.saveSnapshot('noon');
  const [before, sends, summary] = [
    await control.getWorld(),
    await control.listSends(),
    await control.summary(),
  ];

  await control.moveClock({ advanceMs: 30 * 3_600_000 });
  await send('too late for the window');
  await control.restoreSnapshot('noon');

  expect(await control.getWorld()).toEqual(before);
  expect(await control.listSends()).toEqual(sends);
  expect(await control.summary()).toEqual(summary);
  expect((await control.getClock()).iso).toBe('2026-11-21T00:00:00.000Z');
  await send('the window is open again');
  expect((await control.listSends()).sends.map(({ status }) => status)).toEqual(['delivered', 'delivered']);
});

test('the same seed goes on with the same ids after every restore', async () => {
  const simulator = await start();
  const { control } = simulator;
  const { send } = await fill(simulator);
  await control.saveSnapshot('fork');
  await send('one way');
  const [first] = (await control.listSends()).sends;
  await control.restoreSnapshot('fork');
  await send('another way');
  const [second] = (await control.listSends()).sends;
  expect(second?.wamid).toBe(first?.wamid);
});

test('a restart finds the restored world, and the snapshots', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'renkei-snapshots-'));
  const simulator = await start({ dataDir });
  const { control } = simulator;
  const { send } = await fill(simulator);
  await send('kept');
  await control.saveSnapshot('one');
  await send('undone');
  await control.restoreSnapshot('one');
  const sends = await control.listSends();
  await running.pop()?.stop();

  const again = await start({ dataDir });
  expect(await again.control.listSends()).toEqual(sends);
  expect((await again.control.listSnapshots()).snapshots.map(({ name }) => name)).toEqual(['one']);
});

test('a snapshot that is not there, or a name that leaves the folder, is refused', async () => {
  const { control } = await start({ dataDir: mkdtempSync(join(tmpdir(), 'renkei-snapshots-')) });
  await expect(control.restoreSnapshot('nobody')).rejects.toThrow('404');
  await expect(control.saveSnapshot('../outside')).rejects.toThrow('letters, digits');
});
