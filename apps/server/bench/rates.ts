/** How much of each number's allowed rate is used when there is more to send than may go, and whether it is ever broken. */
import { setTimeout as delay } from 'node:timers/promises';
import { createSimulatorControl } from '@renkei/simulator';
import { sql } from '#platform/database';
import { startBenchDatabase } from './support/bench-database.ts';
import { report } from './support/report.ts';
import { openSender, type Sender } from './support/sender.ts';
import type { SendingNumber } from './support/sending-world.ts';
import { startSimulatorProcess } from './support/start-simulator.ts';

const numbers: readonly SendingNumber[] = [
  { messagesPerSecond: 20, onBusinessApp: true },
  { messagesPerSecond: 80 },
  { messagesPerSecond: 80 },
  { messagesPerSecond: 300 },
];
const conversationsPerNumber = 500;
/** The first second may spend what has gathered; what counts is how it flows afterwards. */
const skippedMs = 3_000;
const countedMs = 20_000;

export async function run(): Promise<void> {
  const postgres = await startBenchDatabase();
  const simulator = await startSimulatorProcess();
  try {
    const sender = await openSender(postgres, simulator.ready.url, numbers, conversationsPerNumber);
    try {
      const figures = await measure(sender, simulator.ready.url);
      const used = figures.numbers.map(({ usedShare }) => usedShare);
      await report(
        'rates',
        [
          { name: 'least used of four numbers', value: Math.min(...used) * 100, unit: '%', atLeast: 98 },
          { name: 'sends refused for their rate', value: figures.refused, unit: '', atMost: 0 },
        ],
        figures,
      );
      console.table(figures.numbers);
    } finally {
      await sender.close();
    }
  } finally {
    await simulator.stop();
    await postgres.stop();
  }
}

async function measure({ world, send, worker, database }: Sender, graphUrl: string) {
  const seconds = (skippedMs + countedMs) / 1_000 + 2;
  for (const { conversationIds, messagesPerSecond } of world.channels) {
    const wanted = Math.ceil(messagesPerSecond * seconds) + messagesPerSecond;
    const queue = Array.from(
      { length: wanted },
      (_, index) => conversationIds[index % conversationIds.length] ?? '',
    );
    await inParallel(queue, send);
  }
  await worker.start();
  await delay(skippedMs + countedMs + 500);
  await worker.stop();
  const accepted = await listAccepted(graphUrl);
  const refused = await database.inTenant(world.workspaceId, (tx) =>
    // What the worker took back unsent when it was stopped was refused by nobody.
    tx.query(sql`
      select 1 from attempts where state = 'rejected' and error ->> 'outcome' is distinct from 'withheld'`),
  );
  return {
    refused: refused.length,
    numbers: world.channels.map(({ phoneNumberId, messagesPerSecond }) => {
      const times = accepted
        .filter((one) => one.phoneNumberId === phoneNumberId)
        .map(({ acceptedAt }) => acceptedAt)
        .toSorted((a, b) => a - b);
      return { messagesPerSecond, ...describeFlow(times, messagesPerSecond) };
    }),
  };
}

function describeFlow(times: readonly number[], messagesPerSecond: number) {
  const from = (times[0] ?? 0) + skippedMs;
  const counted = times.filter((time) => time >= from && time < from + countedMs).length;
  let busiestSecond = 0;
  let first = 0;
  for (const [index, time] of times.entries()) {
    while ((times[first] ?? time) <= time - 1_000) first += 1;
    busiestSecond = Math.max(busiestSecond, index - first + 1);
  }
  return {
    perSecond: Math.round((counted * 100_000) / countedMs) / 100,
    usedShare: Math.round((counted * 10_000 * 1_000) / (messagesPerSecond * countedMs)) / 10_000,
    busiestSecond,
  };
}

async function listAccepted(graphUrl: string) {
  const control = createSimulatorControl(graphUrl);
  const all = [];
  for (let after = 0; ; ) {
    const { sends, next, total } = await control.listSends(after, 10_000);
    all.push(
      ...sends.map(({ phoneNumberId, acceptedAt }) => ({ phoneNumberId, acceptedAt: Number(acceptedAt) })),
    );
    after = next;
    if (after >= total) return all;
  }
}

async function inParallel(conversationIds: readonly string[], send: Sender['send']): Promise<void> {
  const callers = 16;
  let next = 0;
  const call = async () => {
    for (let id = conversationIds[next++]; id !== undefined; id = conversationIds[next++]) await send(id);
  };
  await Promise.all(Array.from({ length: callers }, call));
}
