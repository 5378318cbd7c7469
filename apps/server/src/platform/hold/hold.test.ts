import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Worker } from '#platform/module';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { waitFor } from '../../../test/wait-for.ts';
import { createHoldReader } from './hold-reader.ts';
import { liftHold, placeHold } from './store.ts';
import { workUnderHold } from './work-under-hold.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await createTestPlatform();
});
afterAll(() => platform.close());

const place = () =>
  platform.database.inSystem((transaction) => placeHold(transaction, 'operator', platform.clock.now()));
const lift = () => platform.database.inSystem(liftHold);

test('a worker that reaches outside rests while the system is held, and goes on by itself', async () => {
  const calls: string[] = [];
  const worker: Worker = {
    name: 'test',
    start: async () => void calls.push('start'),
    stop: async () => void calls.push('stop'),
  };
  expect(await place()).toBe(true);
  expect(await place()).toBe(false);
  const held = workUnderHold(platform, worker);
  await held.start();
  expect(calls).toEqual([]);
  await lift();
  await waitFor(async () => (calls.length === 1 ? true : undefined));
  await place();
  await waitFor(async () => (calls.length === 2 ? true : undefined));
  await held.stop();
  expect(calls).toEqual(['start', 'stop']);
  await lift();
});

test('a worker that could not begin is ended whole and begins again', async () => {
  const calls: string[] = [];
  const worker: Worker = {
    name: 'test',
    async start() {
      calls.push('start');
      if (calls.length === 1) throw new Error('the database is away');
    },
    stop: async () => void calls.push('stop'),
  };
  const held = workUnderHold(platform, worker);
  await held.start();
  await waitFor(async () => (calls.length === 3 ? true : undefined));
  expect(calls).toEqual(['start', 'stop', 'start']);
  await held.stop();
});

test('a database that does not answer counts as held', async () => {
  const inSystem = async () => {
    throw new Error('away');
  };
  const reader = createHoldReader({ ...platform, database: { ...platform.database, inSystem } });
  expect(await reader.isHeld()).toBe(true);
});
