import { setTimeout as pause } from 'node:timers/promises';
import { openConversations, sendMessages } from '../load/send-messages.ts';
import { writeInbound } from '../load/write-inbound.ts';
import type { Stage } from '../stage/open-stage.ts';
import { until } from '../stage/until.ts';
import { watchDoubts } from '../stage/watch-doubts.ts';
import { defineScenario } from './scenario.ts';

const readyWithinMs = 5_000;
const stopWithinMs = 15_000;
/** A machine that has much else to do needs longer for any start, and no longer than this for one under load. */
const calmTimes = 3;

export const restarts = defineScenario({
  name: 'restarts',
  says: 'orderly stops under load: exit 0 in time, nothing unsure, ready again soon',
  points: [],
  ownStage: 'ordinary',
  sizes: {
    quick: { stops: 3, customers: 40 },
    standard: { stops: 200, customers: 60 },
    long: { stops: 600, customers: 100 },
  },
  async run(stage, { stops, customers }, random) {
    const [a, b] = stage.workspaces;
    const conversations = await openConversations(stage, a, customers);
    const countDoubts = await watchDoubts(stage.database);
    const calmMs = await timeCalmStart(stage);
    const stopping = new AbortController();
    const sending = sendMessages(stage, a, {
      count: 1_000_000,
      conversations,
      pauseMs: 40,
      stopping: stopping.signal,
    });
    const badStops: string[] = [];
    const readyMs: number[] = [];
    for (let stop = 0; stop < stops; stop += 1) {
      await writeInbound(stage, b, { count: 10, customers, random });
      await pause(100 + random() * 300);
      const stoppedMs = performance.now();
      const code = await stage.server.stop();
      const tookMs = performance.now() - stoppedMs;
      if (code !== 0 || tookMs > stopWithinMs)
        badStops.push(`stop ${stop}: exit ${code} after ${Math.round(tookMs)} ms`);
      const startedMs = performance.now();
      await stage.server.start();
      readyMs.push(performance.now() - startedMs);
    }
    stopping.abort();
    await sending;
    // The last ones are on their way like any other.
    await until('the last sends', async () => (await countUnderWay()) === 0);
    const unsure = await countDoubts();
    const p95 = readyMs.sort((one, other) => one - other)[Math.floor(readyMs.length * 0.95)] ?? 0;
    const figure = `${Math.round(p95)} ms, ${Math.round(calmMs)} ms without load`;
    stage.record.figures.set('ready after a stop, p95', figure);
    return [
      { invariant: 'restarts', says: 'exit 0 within 15 s', broken: badStops },
      { invariant: 'restarts', says: 'nothing unsure', broken: unsure === 0 ? [] : [`${unsure} attempts`] },
      {
        invariant: 'restarts',
        says: 'ready within 5 s (p95)',
        broken: p95 <= Math.max(readyWithinMs, calmTimes * calmMs) ? [] : [figure],
      },
    ];

    async function countUnderWay(): Promise<number> {
      const [row] = await stage.database.query<{ count: string }>(
        `select count(*) from attempts where state = 'dispatched'`,
      );
      return Number(row?.count);
    }
  },
});

async function timeCalmStart({ server }: Stage): Promise<number> {
  await server.stop();
  const startedMs = performance.now();
  await server.start();
  return performance.now() - startedMs;
}
