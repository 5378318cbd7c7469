import { routes } from '@renkei/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createIntakeHarness, type IntakeHarness, type TestNumber } from '../../../test/intake-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { envelope } from '../../../test/webhook-bodies.ts';
import { listAccountEvents } from './list-account-events.ts';
import { listQuarantine } from './list-quarantine.ts';

let platform: TestPlatform;
let harness: IntakeHarness;
let number: TestNumber;
beforeAll(async () => {
  platform = await createTestPlatform();
  harness = await createIntakeHarness(platform);
});
beforeEach(async () => {
  number = await harness.addNumber();
});
afterAll(async () => {
  await harness.close();
  await platform.close();
});

it('lists account events newest first, page by page, each once', async () => {
  for (let index = 0; index < 60; index += 1) {
    const timestamp = String(1_793_500_000 + index);
    await harness.post(number, envelope('security', { event: 'PIN_CHANGED', timestamp }));
  }
  await harness.drain();
  const first = await listAccountEvents(platform, number.workspaceId, {});
  const second = await listAccountEvents(platform, number.workspaceId, { cursor: first.nextCursor ?? '' });
  const items = [...first.items, ...second.items];
  expect(items).toHaveLength(60);
  expect(second.nextCursor).toBeNull();
  const times = items.map((item) => item.occurredAt);
  expect(times).toEqual([...times].sort().reverse());
  expect(routes.listAccountEvents.response.safeParse(first).success).toBe(true);
});

it('refuses a cursor that is not one of its own', async () => {
  const cursor = Buffer.from('["x","y"]').toString('base64url');
  await expect(listAccountEvents(platform, number.workspaceId, { cursor })).rejects.toMatchObject({
    code: 'invalid_request',
  });
});

it('lists what is in quarantine with size and reason, for its own workspace only', async () => {
  await harness.post(number, '{"broken"');
  await harness.drain();
  const items = await listQuarantine(platform, number.workspaceId);
  expect(items).toEqual([
    {
      id: expect.stringMatching(/^\d+$/),
      reason: expect.stringMatching(/^not_json/),
      attempts: 1,
      receivedAt: expect.any(String),
      sizeBytes: 9,
    },
  ]);
  const stranger = await platform.createWorkspace();
  expect(await listQuarantine(platform, stranger)).toEqual([]);
});
