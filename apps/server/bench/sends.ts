/** Sends: through the gate into the queue, and from the queue through the gate again to the simulator. */
import { setTimeout as delay } from 'node:timers/promises';
import { createSimulatorControl } from '@renkei/simulator';
import { type Database, sql } from '#platform/database';
import { startBenchDatabase } from './support/bench-database.ts';
import { report } from './support/report.ts';
import { openSender, type Sender } from './support/sender.ts';
import { startSimulatorProcess } from './support/start-simulator.ts';

const numbers = Array.from({ length: 4 }, () => ({ messagesPerSecond: 1_000 }));
const conversationsPerNumber = 500;
const messagesPerConversation = 3;
/** Callers that queue messages at the same time. */
const callers = 16;

export async function run(): Promise<void> {
  const postgres = await startBenchDatabase();
  const simulator = await startSimulatorProcess();
  try {
    const sender = await openSender(postgres, simulator.ready.url, numbers, conversationsPerNumber);
    const figures = await measureAndClose(sender, simulator.ready.url);
    await report(
      'sends',
      [
        {
          name: 'sends accepted by the simulator',
          value: figures.dispatchedPerSecond,
          unit: '/s',
          atLeast: 500,
        },
        { name: 'sends refused for their rate', value: figures.refused, unit: '', atMost: 0 },
        { name: 'sends accepted twice', value: figures.doubled, unit: '', atMost: 0 },
      ],
      figures,
    );
  } finally {
    await simulator.stop();
    await postgres.stop();
  }
}

async function measureAndClose(sender: Sender, graphUrl: string) {
  try {
    return await measure(sender, graphUrl);
  } finally {
    await sender.close();
  }
}

async function measure({ world, send, worker, database }: Sender, graphUrl: string) {
  const conversationIds = world.channels.flatMap((channel) => channel.conversationIds);
  const queue = conversationIds.flatMap((id) => Array.from({ length: messagesPerConversation }, () => id));
  const queuedMs = await timed(() => queueAll(queue, send));
  await worker.start();
  const dispatchedMs = await timed(() => untilEmpty(database, world.workspaceId));
  await worker.stop();

  const control = createSimulatorControl(graphUrl);
  const { sends } = await control.listSends(0, 100_000);
  const refused = await database.inTenant(world.workspaceId, (tx) =>
    tx.query(sql`select 1 from attempts where state <> 'accepted'`),
  );
  return {
    messages: queue.length,
    numbers: numbers.length,
    queuedPerSecond: (queue.length * 1_000) / queuedMs,
    dispatchedPerSecond: (queue.length * 1_000) / dispatchedMs,
    refused: refused.length,
    doubled:
      sends.length -
      new Set(sends.map(({ attemptKey }) => attemptKey)).size +
      Math.max(0, sends.length - queue.length),
  };
}

async function queueAll(
  conversationIds: readonly string[],
  send: (id: string) => Promise<string>,
): Promise<void> {
  let next = 0;
  const call = async () => {
    for (;;) {
      const id = conversationIds[next];
      next += 1;
      if (id === undefined) return;
      await send(id);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
}

async function untilEmpty(database: Database, workspaceId: string): Promise<void> {
  for (;;) {
    const rows = await database.inTenant(workspaceId, (tx) => tx.query(sql`select 1 from outbox limit 1`));
    if (rows.length === 0) return;
    await delay(20);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
