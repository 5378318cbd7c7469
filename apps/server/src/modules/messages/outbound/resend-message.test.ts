import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, type TenantTransaction } from '#platform/database';
import { countWaiting } from '../../../../test/count-waiting.ts';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';
import { confirmAttempts } from '../dispatcher/confirm-attempts.ts';
import { sendStore } from '../send-store.ts';

let platform: TestPlatform;
let world: SendingHarness;
beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform, { dispatch: false });
  await world.connect();
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

describe('an unconfirmed message that a person sends again', () => {
  it('is not queued once more while a status is proving that it was sent', async () => {
    const attemptKey = randomUUID();
    const messageId = await world.send(await world.openConversation('819044440001'), 'Did it arrive?');
    await inWorkspace(async (tx) => {
      await tx.execute(sql`delete from outbox where message_id = ${messageId}`);
      await tx.execute(sql`update messages set state = 'unconfirmed' where id = ${messageId}`);
      await tx.execute(sql`
        insert into attempts (workspace_id, attempt_key, message_id, channel_id, state, dispatched_at)
        select workspace_id, ${attemptKey}, id, channel_id, 'unsure', now() from messages where id = ${messageId}`);
    });

    let again: Promise<string> | undefined;
    // The person comes when the queue has been looked at and the message has not been changed yet.
    const store: typeof sendStore = {
      ...sendStore,
      async markSent(tx, accepted) {
        let isOver = false;
        again = world.call('resendMessage', { params: { messageId } }).then(
          () => 'queued',
          ({ code }) => code,
        );
        void again.then(() => {
          isOver = true;
        });
        await waitFor(async () => (isOver || (await countWaiting(platform)) > 0 ? true : undefined));
        return sendStore.markSent(tx, accepted);
      },
    };
    const acceptance = { attemptKey, providerMessageId: 'wamid.proof' };
    await inWorkspace((tx) => confirmAttempts(store, tx, [acceptance], new Date()));

    expect(await again).toBe('conflict');
    expect((await world.message(messageId)).state).toBe('sent');
    expect(await inWorkspace((tx) => tx.query(sql`select 1 from outbox`))).toEqual([]);
  });
});

function inWorkspace<Result>(work: (tx: TenantTransaction) => Promise<Result>): Promise<Result> {
  return platform.database.inTenant(world.principal.workspaceId, work);
}
