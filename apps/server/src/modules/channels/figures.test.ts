import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createMetrics } from '#platform/metrics';
import { createSendingHarness, type SendingHarness } from '../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { noteBusinessApp } from './change-numbers.ts';
import { tellChannelFigures } from './figures.ts';

let platform: TestPlatform;
let world: SendingHarness;
let channelId: string;
beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform, { dispatch: false });
  channelId = await world.connect();
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

/** Undefined: it is not told. */
async function figure(name: string): Promise<number | undefined> {
  const metrics = createMetrics();
  tellChannelFigures({ ...platform, metrics });
  const line = new RegExp(`^${name}\\{channel="${channelId}"\\} (\\S+)$`, 'm').exec(await metrics.render());
  return line ? Number(line[1]) : undefined;
}

it('metrics tell when an access token runs out, as soon as it is entered', async () => {
  const expires = () => figure('renkei_channel_token_expires_timestamp_seconds');
  expect(await expires()).toBeUndefined();
  await world.simulator.control.mergeWorld({
    apps: [{ name: 'Another', secret: 'other', accessToken: 'EAAfor60days', tokenKind: 'USER' }],
  });
  await world.call('updateChannel', { params: { channelId }, body: { accessToken: 'EAAfor60days' } });
  const nowSeconds = platform.clock.now().getTime() / 1000;
  expect(await expires()).toBeGreaterThan(nowSeconds);
  await world.call('refreshChannel', { params: { channelId } });
  expect(await expires()).toBeGreaterThan(nowSeconds);
  const { accessToken } = world.credentials;
  await world.call('updateChannel', { params: { channelId }, body: { accessToken } });
  expect(await expires()).toBeUndefined();
});

it('metrics tell when the Business app of a coexistence number was last in use, and of no other number', async () => {
  const seen = () => figure('renkei_channel_business_app_seen_timestamp_seconds');
  const note = (minutes: number) =>
    platform.database.inTenant(world.principal.workspaceId, (tx) =>
      noteBusinessApp(tx, [{ channelId, at: new Date(Date.UTC(2026, 10, 22, 12, minutes)) }]),
    );
  const noon = Date.UTC(2026, 10, 22, 12) / 1000;
  expect(await seen()).toBeUndefined();
  await platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.execute(sql`update channels set on_business_app = true where id = ${channelId}`),
  );
  expect(await seen()).toBeDefined();
  await note(0);
  expect(await seen()).toBe(noon);
  await note(-600);
  await note(59);
  expect(await seen()).toBe(noon);
  await note(61);
  expect(await seen()).toBe(noon + 61 * 60);
});
