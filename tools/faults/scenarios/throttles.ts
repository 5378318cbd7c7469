import { setTimeout as pause } from 'node:timers/promises';
import { openConversations, sendMessages } from '../load/send-messages.ts';
import { until } from '../stage/until.ts';
import { defineScenario } from './scenario.ts';

const toMessages = { edge: 'messages', method: 'POST' } as const;

/** Refusals in rows, as they come when a limit is hit: by HTTP and by the body, of number and of pair. */
export const throttles = defineScenario({
  name: 'throttles',
  says: 'storms of refusals, 429 and 400 with code, of one number while the other goes on, and a restart within',
  points: [],
  sizes: {
    quick: { storms: 1, refusals: 6, messages: 60, customers: 20 },
    standard: { storms: 4, refusals: 18, messages: 400, customers: 60 },
    long: { storms: 20, refusals: 30, messages: 1_000, customers: 100 },
  },
  async run(stage, { storms, refusals, messages, customers }) {
    const [a, b] = stage.workspaces;
    const inA = await openConversations(stage, a, customers);
    const inB = await openConversations(stage, b, customers);
    let slowestMs = 0;
    for (let storm = 0; storm < storms; storm += 1) {
      const match = { ...toMessages, nodeId: a.phoneNumberId };
      await stage.control.setFaults({
        answer: [
          { match, status: 429 },
          { match, status: 400, code: 130429 },
          { match, status: 400, code: 131056 },
        ].map((answer) => ({ ...answer, times: Math.ceil(refusals / 3) })),
      });
      const sending = sendMessages(stage, a, { count: messages, conversations: inA });
      await pause(300);
      await stage.server.kill();
      await stage.server.start();
      const startedMs = performance.now();
      await sendMessages(stage, b, { count: 20, conversations: inB });
      await othersAreSent();
      slowestMs = Math.max(slowestMs, performance.now() - startedMs);
      await sending;
    }
    stage.record.figures.set('the other number, beside a storm', `${Math.round(slowestMs)} ms for 20`);
    return [
      {
        invariant: 'throttles',
        says: 'one number’s storm does not slow the other',
        broken: slowestMs <= othersWithinMs ? [] : [`20 messages took ${Math.round(slowestMs)} ms`],
      },
    ];

    async function othersAreSent(): Promise<void> {
      await until(
        'the other number',
        async () => {
          const [row] = await stage.database.query<{ count: string }>(
            'select count(*) from outbox where workspace_id = $1',
            [b.workspaceId],
          );
          return row?.count === '0';
        },
        2 * othersWithinMs,
      ).catch(() => undefined);
    }
  },
});

const othersWithinMs = 6_000;
