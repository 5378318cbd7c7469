import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator } from '../../main.ts';
import { png } from '../../testing/sample-files.ts';
import { sampleFlow } from '../../testing/sample-flow.ts';
import { accessToken, call, customer, startTestWorld } from '../../testing/start-test-world.ts';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'simulator-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('what was set, created and half uploaded is there after a restart', async () => {
  const first = await startTestWorld({ dataDir, app: { fields: ['messages', 'calls'] } });
  const number = first.phoneNumberId;
  await first.simulator.control.mergeWorld({
    wabas: [{ id: first.wabaId, phoneNumbers: [{ id: number, isOfficial: true }] }],
  });
  await first.openWindow();
  const whatsapp = { messaging_product: 'whatsapp' };
  await first.graph('POST', `/${number}/whatsapp_business_profile`, { ...whatsapp, about: 'Pots' });
  await first.graph('POST', `/${number}/settings`, { calling: { status: 'ENABLED' } });
  await first.graph('POST', `/${number}/message_qrdls`, { prefilled_message: 'Hello' });
  await first.graph('POST', `/${number}/groups`, { ...whatsapp, subject: 'Club' });
  await first.phone('POST', `/phones/${customer.waId}/call`, { phoneNumberId: number });
  await first.graph('POST', `/${number}/block_users`, {
    ...whatsapp,
    block_users: [{ user: customer.waId }],
  });
  const { body: flow } = await first.graph('POST', `/${first.wabaId}/flows`, {
    name: 'survey',
    categories: ['SURVEY'],
    flow_json: JSON.stringify(sampleFlow),
  });
  const { body: upload } = await first.graph(
    'POST',
    `/${first.appId}/uploads?file_length=${png.length}&file_type=image/png`,
  );
  const send = (origin: string, offset: number, bytes: Buffer) =>
    fetch(`${origin}/${upload.id}`, {
      method: 'POST',
      headers: { authorization: `OAuth ${accessToken}`, file_offset: String(offset) },
      body: new Uint8Array(bytes),
    });
  await send(first.simulator.url, 0, png.subarray(0, 30));
  await first.stop();

  const second = await startSimulator({ dataDir });
  const get = async (path: string) =>
    (await call(`${second.url}/${path}`, 'GET', undefined, { authorization: `Bearer ${accessToken}` })).body;
  expect(await get(`${number}/whatsapp_business_profile?fields=about`)).toMatchObject({
    data: [{ about: 'Pots' }],
  });
  expect(await get(`${number}/settings`)).toMatchObject({ calling: { status: 'ENABLED' } });
  expect(await get(`${number}/message_qrdls`)).toMatchObject({ data: [{ prefilled_message: 'Hello' }] });
  expect(await get(`${number}/groups`)).toMatchObject({ data: { groups: [{ subject: 'Club' }] } });
  expect(await get(`${number}/block_users`)).toMatchObject({ data: [{ wa_id: customer.waId }] });
  expect(await get(flow.id)).toMatchObject({ name: 'survey', status: 'DRAFT' });
  expect(await get(upload.id)).toEqual({ id: upload.id, file_offset: 30 });
  const finished = await send(second.url, 30, png.subarray(30));
  expect(await finished.json()).toEqual({ h: expect.stringMatching(/^4::/) });
  await second.stop();
});
