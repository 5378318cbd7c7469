import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, type TenantTransaction } from '#platform/database';
import { countWaiting } from '../../../../test/count-waiting.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';
import { sendStore } from '../send-store.ts';
import { recoverChannel } from './recover.ts';

let platform: TestPlatform;
let workspaceId: string;
beforeAll(async () => {
  platform = await createTestPlatform();
  workspaceId = await platform.createWorkspace();
});
afterAll(() => platform.close());

describe('taking over a number', () => {
  it('waits for an answer that is being written at that moment, and neither fails', async () => {
    const channelId = randomUUID();
    const attemptKey = randomUUID();
    const messageId = randomUUID();
    await inWorkspace((tx) => insertDispatched(tx, { channelId, messageId, attemptKey }));
    const lease = await inWorkspace(async (tx) => {
      await sendStore.acquireLease(tx, channelId, randomUUID(), 30_000);
      await tx.execute(
        sql`update channel_leases set lease_until = clock_timestamp() where channel_id = ${channelId}`,
      );
      return sendStore.acquireLease(tx, channelId, randomUUID(), 30_000);
    });
    if (!lease) throw new Error('Nobody else wants this lease');

    const context = { platform, store: sendStore, log: platform.log };
    let taking: Promise<void> | undefined;
    const answering = inWorkspace(async (tx) => {
      await sendStore.lockAttempts(tx, [attemptKey]);
      taking = recoverChannel(context, lease);
      taking.catch(() => undefined);
      await waitFor(async () => ((await countWaiting(platform)) > 0 ? true : undefined));
      return sendStore.lockOpenAttempts(tx, [attemptKey]);
    });
    expect(await answering).toMatchObject([{ messageId, attemptKey }]);
    await expect(taking).resolves.toBeUndefined();
    const [row] = await inWorkspace((tx) =>
      tx.query<{ state: string }>(sql`select state from outbox where message_id = ${messageId}`),
    );
    expect(row?.state).toBe('unsure');
  });
});

const inWorkspace = <Result>(work: (tx: TenantTransaction) => Promise<Result>) =>
  platform.database.inTenant(workspaceId, work);

/** What a process left that died between its commit and the answer. */
async function insertDispatched(
  tx: TenantTransaction,
  { channelId, messageId, attemptKey }: { channelId: string; messageId: string; attemptKey: string },
): Promise<void> {
  await tx.execute(sql`
    insert into messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content, preview,
      state, shown_at, arrival, created_at)
    values (${workspaceId}, ${messageId}, ${randomUUID()}, ${channelId}, ${randomUUID()}, 'outbound', 'text',
      '{"kind":"text","body":"x"}', 'x', 'queued', now(), 1, now())`);
  await tx.execute(sql`
    insert into attempts (workspace_id, attempt_key, message_id, channel_id, state, dispatched_at)
    values (${workspaceId}, ${attemptKey}, ${messageId}, ${channelId}, 'dispatched', now())`);
  await tx.execute(sql`
    insert into outbox (workspace_id, message_id, channel_id, conversation_id, recipient, state, position, attempts,
      attempt_key, not_before, deadline_at, fence)
    values (${workspaceId}, ${messageId}, ${channelId}, ${randomUUID()}, '819012345678', 'dispatched', 1, 1,
      ${attemptKey}, now(), now() + interval '1 day', 1)`);
}
