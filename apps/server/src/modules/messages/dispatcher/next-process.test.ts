import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';
import { pairRule } from './rules/rates.ts';

let platform: TestPlatform;
let world: SendingHarness;
beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform);
  await world.connect();
});
afterAll(async () => {
  await world.close();
  await platform.close();
});

const inWorkspace = (statement: ReturnType<typeof sql>) =>
  platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.query<Record<string, unknown>>(statement),
  );

const burst = pairRule.capacity;

describe('the next process', () => {
  it('finds the customer’s burst used up by the process before', async () => {
    const conversationId = await world.openConversation('819012345600');
    for (let index = 0; index < burst; index += 1) await world.send(conversationId, `Before ${index}`);
    await waitFor(async () => {
      const [row] = await inWorkspace(
        sql`select count(*)::int as count from attempts where state = 'accepted'`,
      );
      return row?.['count'] === burst ? row : undefined;
    }, 30_000);
    for (const worker of world.outbound.workers) await worker.stop();
    const next = world.startOutbound();
    for (const worker of next.workers) await worker.start();
    // More than time has given back by now, however slow the machine.
    for (let index = 0; index < 10; index += 1) await world.send(conversationId, `After ${index}`);
    await waitFor(async () => {
      const [row] = await inWorkspace(sql`select 1 from outbox where hold_reason = 'pair_rate'`);
      return row;
    });
    expect(await inWorkspace(sql`select error from attempts where state = 'rejected'`)).toEqual([]);
    for (const worker of next.workers) await worker.stop();
  }, 60_000);
});
