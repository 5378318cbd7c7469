import { setTimeout as pause } from 'node:timers/promises';
import { openConversations, sendMessages } from '../load/send-messages.ts';
import type { Stage } from '../stage/open-stage.ts';
import { untilGone } from '../stage/pass-time.ts';
import { until } from '../stage/until.ts';
import { defineScenario } from './scenario.ts';

/** Refusals in rows, as they come when a limit is hit: by HTTP and by the body, of number and of pair. */
export const throttles = defineScenario({
  name: 'throttles',
  says: 'storms of refusals, 429 and 400 with code, of one number while the other goes on, and a restart within',
  points: [],
  sizes: {
    quick: { storms: 1, messages: 60, customers: 20 },
    standard: { storms: 4, messages: 400, customers: 60 },
    long: { storms: 20, messages: 1_000, customers: 100 },
  },
  async run(stage, { storms, messages, customers }) {
    const [a, b] = stage.workspaces;
    const inA = await openConversations(stage, a, customers);
    const inB = await openConversations(stage, b, customers);
    const calmMs = await timeTheOther();
    await untilGone(stage, 'the one number', `outbox where state <> 'unsure'`, 60_000);
    let slowestMs = 0;
    for (let storm = 0; storm < storms; storm += 1) {
      await stage.control.setFaults({ answer: refusals(a.phoneNumberId) });
      slowestMs = Math.max(slowestMs, await timeTheOther());
      await stage.control.clearFaults();
    }
    const allowedMs = calmTimes * calmMs + graceMs;
    const figure = `${Math.round(slowestMs)} ms for ${othersCount}, ${Math.round(calmMs)} ms without one`;
    stage.record.figures.set('the other number, beside a storm', figure);
    return [
      {
        invariant: 'throttles',
        says: 'one number’s storm does not slow the other',
        broken: slowestMs <= allowedMs ? [] : [figure],
      },
    ];

    /** One number has much to send and the server dies; how long the other takes for a little. */
    async function timeTheOther(): Promise<number> {
      const sending = sendMessages(stage, a, { count: messages, conversations: inA });
      await pause(300);
      await stage.server.kill();
      await stage.server.start();
      const startedMs = performance.now();
      await sendMessages(stage, b, { count: othersCount, conversations: inB });
      await until('the other number', () => isDone(stage, b.workspaceId), patienceMs).catch(() => undefined);
      const tookMs = performance.now() - startedMs;
      await sending;
      return tookMs;
    }
  },
});

const othersCount = 20;
/** What a storm may do to the other number, so that a machine that is busy with something else is no failure. */
const calmTimes = 3;
const graceMs = 1_000;
/** A storm lasts as long as the other number takes: if that waits for it, it waits in vain. */
const patienceMs = 20_000;

/** Every call of the number, until they are cleared. */
function refusals(nodeId: string) {
  const match = { edge: 'messages', method: 'POST', nodeId } as const;
  return [
    { match, status: 429, probability: 1 / 3 },
    { match, status: 400, code: 130429, probability: 1 / 2 },
    { match, status: 400, code: 131056 },
  ];
}

async function isDone({ database }: Stage, workspaceId: string): Promise<boolean> {
  const [row] = await database.query<{ count: string }>(
    `select count(*) from outbox where workspace_id = $1 and state <> 'unsure'`,
    [workspaceId],
  );
  return row?.count === '0';
}
