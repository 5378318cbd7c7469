import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { advance, valuesOf } from '../../testing/send-template.ts';
import { startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

const minuteMs = 60_000;
const delay = { templates: { reviewDelayMs: { min: minuteMs, max: minuteMs } } };

let dataDir: string;
let world: TestWorld;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'renkei-simulator-tasks-'));
  world = await startTestWorld({ dataDir, app: { fields: ['message_template_status_update'] } });
  await world.simulator.control.setSettings(delay);
});
afterEach(async () => {
  await world.stop();
  rmSync(dataDir, { recursive: true });
});

const create = async (name: string) => {
  const { body } = await world.graph('POST', `/${world.wabaId}/message_templates`, {
    name,
    language: 'en',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: `The order called ${name} is ready.` }],
  });
  return body.id;
};
const statusOf = async (id: string) => Object((await world.graph('GET', `/${id}?fields=status`)).body).status;

test('what was planned before a restart happens after it', async () => {
  const id = await create('first');
  await world.simulator.stop();
  world = await startTestWorld({ dataDir });
  expect(await statusOf(id)).toBe('PENDING');
  await advance(world, minuteMs);
  expect(await statusOf(id)).toBe('APPROVED');
});

test('nothing happens while the clock is frozen, and a jump tells the dates it was planned for', async () => {
  const { now } = await world.simulator.control.moveClock({ freezeAt: Date.UTC(2026, 10, 22) });
  const id = await create('second');
  await advance(world, minuteMs - 1);
  expect(await statusOf(id)).toBe('PENDING');
  await advance(world, 30 * 24 * 60 * minuteMs);
  expect(await statusOf(id)).toBe('APPROVED');
  const entries = world.receiver.received.flatMap(({ body }) => JSON.parse(body).entry);
  expect(entries.at(-1).time).toBe((now + minuteMs) / 1000);
  expect(valuesOf(world, 'message_template_status_update')).toHaveLength(1);
});

test('tasks run in the order of their dates', async () => {
  await create('earlier');
  await advance(world, 10_000);
  await create('later');
  await advance(world, minuteMs);
  const names = valuesOf(world, 'message_template_status_update').map((value) => value.message_template_name);
  expect(names).toEqual(['earlier', 'later']);
});
