import { setTimeout as pause } from 'node:timers/promises';
import { checkSends, type Finding } from '../invariants.ts';
import { createRandom } from '../random.ts';
import { openStage, type Stage, until } from '../stage.ts';

export interface SendProfile {
  readonly messages: number;
  readonly customers: number;
  readonly kills: number;
  readonly lostAnswers: number;
  readonly throttled: number;
}

/** Members send while answers get lost, Meta throttles and the server is killed. */
export async function sendsUnderKills(
  profile: SendProfile,
  options: { readonly seed: number; readonly mutant?: string },
): Promise<readonly Finding[]> {
  const stage = await openStage(options);
  try {
    const conversations = await openConversations(stage, profile.customers);
    // Statuses take their time, some longer than a dead process keeps its lease: evidence must not come to the rescue.
    await stage.control.setSettings({ statusDelayMs: { min: 500, max: 25_000 } });
    await stage.control.setFaults({
      lostAnswer: profile.lostAnswers,
      acceptDelayMs: 300,
      answer: [
        {
          match: { edge: 'messages', method: 'POST' },
          status: 400,
          code: 130429,
          probability: profile.throttled / 2,
        },
        {
          match: { edge: 'messages', method: 'POST' },
          status: 503,
          code: 2,
          probability: profile.throttled / 2,
        },
      ],
    });
    const queued = queueMessages(stage, profile, conversations);
    await killRepeatedly(stage, profile.kills, createRandom(options.seed));
    await queued;
    await drain(stage);
    return [await checkAllQueued(stage, profile.messages), ...(await checkSends(stage, profile))];
  } finally {
    await stage.close();
  }
}

async function openConversations(stage: Stage, customers: number): Promise<readonly string[]> {
  const messages = Array.from({ length: customers }, (_, index) => ({
    phoneNumberId: stage.phoneNumberId,
    waId: `1202555${String(1000 + index)}`,
    type: 'text',
    text: { body: 'hello' },
  }));
  await stage.control.sendInbound(messages);
  let ids: readonly string[] = [];
  await until('the conversations', async () => {
    const rows = await stage.query<{ id: string }>('select id::text from conversations');
    ids = rows.map(({ id }) => id);
    return ids.length === customers;
  });
  return ids;
}

/** Like a browser: the same key until there is an answer, however often the server dies in between. */
async function queueMessages(
  stage: Stage,
  profile: SendProfile,
  conversations: readonly string[],
): Promise<void> {
  let next = 0;
  const sender = async () => {
    for (let index = next++; index < profile.messages; index = next++) {
      const conversationId = conversations[index % conversations.length] ?? '';
      await until(
        'a queued message',
        () =>
          stage.api
            .call('sendMessage', {
              params: { conversationId },
              body: { content: { kind: 'text', body: `message ${index}` } },
              idempotencyKey: `faults-${index}`,
            })
            .then(
              () => true,
              () => false,
            ),
        30_000,
      );
      await pause(10);
    }
  };
  await Promise.all([sender(), sender(), sender(), sender()]);
}

async function killRepeatedly(stage: Stage, kills: number, random: () => number): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(150 + random() * 500);
    await stage.killServer();
  }
}

/** Beyond this even a number without traffic knows what its silence means. */
const silenceIsOverMs = 61 * 60 * 1_000;

/** First everything that can go, goes, faults and all; then an hour passes, and what stayed unsure must have come to an end. */
async function drain(stage: Stage): Promise<void> {
  const left = async (states: readonly string[]) => {
    const [row] = await stage.query<{ count: string }>('select count(*) from outbox where state = any ($1)', [
      states,
    ]);
    return Number(row?.count);
  };
  const stillLeft = () => undefined; // The invariants name what is left.
  await until('the queue', async () => (await left(['queued', 'claimed', 'dispatched'])) === 0).catch(
    stillLeft,
  );
  await until('the webhooks', async () => (await stage.control.settle(5_000)).settled, 120_000);
  await stage.killServer(silenceIsOverMs);
  await until('the unsure', async () => (await left(['unsure'])) === 0).catch(stillLeft);
}

async function checkAllQueued(stage: Stage, expected: number): Promise<Finding> {
  const [row] = await stage.query<{ times: string }>(
    `select count(*) as times from messages where direction = 'outbound'`,
  );
  const count = Number(row?.times);
  return {
    invariant: 'I1',
    says: 'every accepted request is one message',
    broken: count === expected ? [] : [`${count} messages of ${expected}`],
  };
}
