import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../../../../test/test-platform.ts';
import { acquireLease, assertLease, LeaseLost, releaseLease, renewLease } from './store-leases.ts';

let platform: TestPlatform;
let workspaceId: string;
beforeAll(async () => {
  platform = await createTestPlatform();
  workspaceId = await platform.createWorkspace();
});
afterAll(() => platform.close());

const tenant: TestPlatform['database']['inTenant'] = (...call) => platform.database.inTenant(...call);

/** A lease that its owner believes in, and the one of whoever came after him. */
async function overtaken() {
  const channelId = randomUUID();
  const first = await tenant(workspaceId, (tx) => acquireLease(tx, channelId, randomUUID(), 30_000));
  if (!first) throw new Error('Nobody had it');
  await tenant(workspaceId, (tx) => releaseLease(tx, first));
  const second = await tenant(workspaceId, (tx) => acquireLease(tx, channelId, randomUUID(), 30_000));
  if (!second) throw new Error('It was given up');
  return { first, second };
}

describe('the lease of a channel', () => {
  it('is given to one at a time', async () => {
    const { second } = await overtaken();
    const third = await tenant(workspaceId, (tx) => acquireLease(tx, second.channelId, randomUUID(), 30_000));
    expect(third).toBeUndefined();
  });

  it('is worth nothing to a former owner, whatever he believes', async () => {
    const { first, second } = await overtaken();
    await expect(tenant(workspaceId, (tx) => assertLease(tx, first))).rejects.toThrow(LeaseLost);
    expect(await tenant(workspaceId, (tx) => renewLease(tx, first, 30_000))).toBe(false);
    await tenant(workspaceId, (tx) => assertLease(tx, second));
  });

  it('cannot be given up by a former owner for the present one', async () => {
    const { first, second } = await overtaken();
    await tenant(workspaceId, (tx) => releaseLease(tx, first));
    await tenant(workspaceId, (tx) => assertLease(tx, second));
  });

  it('fences with a number that only grows', async () => {
    const { first, second } = await overtaken();
    expect(BigInt(second.fence)).toBeGreaterThan(BigInt(first.fence));
  });
});
