import { randomBytes } from 'node:crypto';
import { openConversations, sendMessages } from '../load/send-messages.ts';
import { until } from '../stage/until.ts';
import { defineScenario } from './scenario.ts';

export const token = defineScenario({
  name: 'token',
  says: 'a token dies under load: its channel holds, nothing fails, the other goes on; a new one lets everything go',
  points: [],
  sizes: {
    quick: { times: 1, messages: 40, customers: 20 },
    standard: { times: 3, messages: 200, customers: 40 },
    // So many that no pair's rate is used up: what was held must go at once.
    long: { times: 10, messages: 400, customers: 200 },
  },
  async run(stage, { times, messages, customers }) {
    const [a, b] = stage.workspaces;
    const inA = await openConversations(stage, a, customers);
    const inB = await openConversations(stage, b, customers);
    const failedBefore = await countFailed();
    const stuck: string[] = [];
    for (let time = 0; time < times; time += 1) {
      await stage.control.expireTokens({ appId: a.appId });
      const sending = sendMessages(stage, a, { count: messages, conversations: inA });
      await within('the channel’s state', async () => (await channelState()) === 'token_expired');
      await sending;
      await sendMessages(stage, b, { count: 20, conversations: inB });
      await within('the other number', async () => (await countWaiting(b.workspaceId)) === 0);
      await stage.server.kill();
      await stage.server.start();
      const accessToken = `EAA${randomBytes(12).toString('hex')}`;
      await stage.control.mergeWorld({ apps: [{ id: a.appId, accessToken }] });
      await a.api.call('updateChannel', { params: { channelId: a.channelId }, body: { accessToken } });
      stage.record.changes.push({
        workspaceId: a.workspaceId,
        action: 'channel.updated',
        subjectId: a.channelId,
      });
      await within('what was held', async () => (await countWaiting(a.workspaceId)) === 0);
    }
    const failed = (await countFailed()) - failedBefore;
    return [
      {
        invariant: 'token',
        says: 'a dead token fails nothing',
        broken: failed === 0 ? [] : [`${failed} failed`],
      },
      { invariant: 'token', says: 'a channel holds, its neighbour goes, a new token revives', broken: stuck },
    ];

    async function within(what: string, holds: () => Promise<boolean>): Promise<void> {
      await until(what, holds, 20_000).catch((error: unknown) => stuck.push(String(error)));
    }

    async function countFailed(): Promise<number> {
      const [row] = await stage.database.query<{ count: string }>(
        `select count(*) from messages where state = 'failed'`,
      );
      return Number(row?.count);
    }

    async function countWaiting(workspaceId: string): Promise<number> {
      const [row] = await stage.database.query<{ count: string }>(
        `select count(*) from outbox where workspace_id = $1 and state <> 'unsure'`,
        [workspaceId],
      );
      return Number(row?.count);
    }

    async function channelState(): Promise<string | undefined> {
      const [row] = await stage.database.query<{ state: string }>(
        'select state from channels where id = $1',
        [a.channelId],
      );
      return row?.state;
    }
  },
});
