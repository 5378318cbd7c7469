import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { changeNumbers, findChannelsByNumber } from './change-numbers.ts';
import type { ReceivedNumberChange } from './inbound.ts';
import { findChannelRows } from './store.ts';

let platform: TestPlatform;
let workspaceId: string;
const [tokyo, osaka, gone] = [newId(), newId(), newId()];

beforeAll(async () => {
  platform = await createTestPlatform();
  workspaceId = await platform.createWorkspace();
  const endpointId = newId();
  await platform.database.inTenant(workspaceId, async (tx) => {
    await tx.execute(sql`
      insert into webhook_endpoints values (${workspaceId}, ${endpointId}, 'cloud-api', 's', 'v', now())`);
    for (const [id, digits] of [
      [tokyo, '81300000001'],
      [osaka, '81600000002'],
      [gone, '81900000003'],
    ]) {
      await tx.execute(sql`
        insert into channels (workspace_id, id, provider, name, phone_number_id, waba_id, phone_number,
          display_phone_number, endpoint_id, access_token_encrypted, state, state_since, quality_rating,
          messages_per_second, created_at, disconnected_at)
        values (${workspaceId}, ${id}, 'cloud-api', 'n', ${digits}, 'waba-1', ${digits}, ${digits}, ${endpointId}, 't',
          'connected', now(), 'GREEN', 80, now(), case when ${id} = ${gone} then now() end)`);
    }
  });
});
afterAll(() => platform.close());

const told = (change: Partial<ReceivedNumberChange>): ReceivedNumberChange => ({
  fact: 'number',
  phoneNumberId: null,
  accountId: 'waba-1',
  phoneNumber: null,
  quality: null,
  messagingLimit: null,
  nameStatus: null,
  messagesPerSecond: null,
  ...change,
});
const take = (change: Partial<ReceivedNumberChange>) =>
  platform.database.inTenant(workspaceId, (tx) => changeNumbers(tx, [told(change)]));
async function channel(id: string) {
  const [row] = await platform.database.inTenant(workspaceId, (tx) => findChannelRows(tx, [id]));
  return row;
}

describe('what webhooks tell about numbers', () => {
  it('is taken over by the number they name, and leaves the rest as it was', async () => {
    await take({ phoneNumber: '81300000001', quality: 'RED', messagesPerSecond: 1000 });
    expect(await channel(tokyo)).toMatchObject({
      qualityRating: 'RED',
      messagesPerSecond: 1000,
      nameStatus: null,
    });
    expect(await channel(osaka)).toMatchObject({ qualityRating: 'GREEN', messagesPerSecond: 80 });
  });

  it('of the whole account is taken over by every connected number of it', async () => {
    await take({ messagingLimit: 'TIER_10K' });
    expect(await channel(osaka)).toMatchObject({ messagingLimit: 'TIER_10K', qualityRating: 'GREEN' });
    expect(await channel(gone)).toMatchObject({ messagingLimit: null });
  });

  it('of another account changes nothing', async () => {
    await take({ accountId: 'waba-2', messagingLimit: 'TIER_50' });
    expect(await channel(osaka)).toMatchObject({ messagingLimit: 'TIER_10K' });
  });

  it('finds its channel by the digits, if it is connected', async () => {
    const found = await platform.database.inTenant(workspaceId, (tx) =>
      findChannelsByNumber(tx, ['81300000001', '81900000003', '1']),
    );
    expect([...found]).toEqual([['81300000001', tokyo]]);
  });
});
