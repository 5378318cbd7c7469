import { fixtureNames, readFixture } from '@renkei/graph-api/fixtures';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { fixtureMeanings } from '../../../test/fixture-meanings.ts';
import { createIntakeHarness, type IntakeHarness } from '../../../test/intake-harness.ts';
import { readMeaning } from '../../../test/read-meaning.ts';
import { TestClock } from '../../../test/test-clock.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';

/** The number that all fixtures are about. */
const phoneNumberId = '407311998800112';

let platform: TestPlatform;
let harness: IntakeHarness;
beforeAll(async () => {
  // An hour after what the fixtures tell.
  platform = await createTestPlatform({ clock: new TestClock(new Date('2026-11-01T03:30:00Z')) });
  harness = await createIntakeHarness(platform);
});
afterAll(async () => {
  await harness.close();
  await platform.close();
});

it('has a stated meaning for the sample of every kind', () => {
  expect(fixtureNames).toHaveLength(92);
  expect(Object.keys(fixtureMeanings).sort()).toEqual([...fixtureNames].sort());
});

it.each(fixtureNames)('gives %s its meaning, once however often it comes', async (name) => {
  const number = await harness.addNumber({ phoneNumberId });
  const receive = async () => {
    harness.account.templates.length = 0;
    harness.account.numbers.length = 0;
    expect((await harness.post(number, readFixture(name))).status).toBe(200);
    await harness.drain();
    return platform.database.inTenant(number.workspaceId, async (tx) => ({
      meaning: await readMeaning(tx, harness.account),
      events: await tx.query(sql`select type, data from events order by number`),
      jobs: await tx.query(sql`select reason from raw_event_jobs`),
    }));
  };
  const first = await receive();
  expect(first.jobs).toEqual([]);
  expect(first.meaning).toEqual(fixtureMeanings[name]);
  expect(await receive()).toEqual(first);
});
