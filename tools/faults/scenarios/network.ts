import { setTimeout as pause } from 'node:timers/promises';
import { openConversations, sendMessages } from '../load/send-messages.ts';
import { writeInbound } from '../load/write-inbound.ts';
import type { Stage } from '../stage/open-stage.ts';
import { defineScenario } from './scenario.ts';

/** What a wire does to those who use it. Exchanges with Graph that are cut are noted: their end may stay unknown. */
const troubles: readonly ((stage: Stage) => Promise<void>)[] = [
  async ({ network, record }) => {
    record.cutCalls += network.graph.cut();
  },
  async ({ network }) => {
    network.database.cut();
  },
  async ({ network }) => {
    network.webhooks.cut();
  },
  async ({ network }) => {
    network.graph.refuse();
    await pause(400);
  },
  async ({ network }) => {
    network.graph.stall();
    network.webhooks.stall();
    await pause(700);
  },
  async ({ network }) => {
    network.database.stall();
    await pause(700);
  },
  async ({ network }) => {
    network.graph.delay(150);
    network.database.delay(15);
    network.webhooks.delay(60);
    await pause(700);
  },
  async ({ network }) => {
    network.graph.slow(20_000);
    network.webhooks.slow(50_000);
    network.database.slow(400_000);
    await pause(700);
  },
];

export const network = defineScenario({
  name: 'network',
  says: 'the wires to Graph, from Meta and to PostgreSQL are cut, refused, delayed, slow and half-open under load',
  points: [],
  sizes: {
    quick: { rounds: 1, messages: 150, customers: 20 },
    standard: { rounds: 5, messages: 1_000, customers: 60 },
    long: { rounds: 40, messages: 8_000, customers: 200 },
  },
  async run(stage, { rounds, messages, customers }, random) {
    const [a, b] = stage.workspaces;
    const conversations = await openConversations(stage, a, customers);
    await stage.control.setFaults({ acceptDelayMs: 80 });
    await stage.server.kill();
    await stage.server.start({ databasePort: stage.network.database.port });
    const stopping = new AbortController();
    const sending = sendMessages(stage, a, {
      count: messages,
      conversations,
      pauseMs: 30,
      stopping: stopping.signal,
    });
    for (let round = 0; round < rounds; round += 1) {
      for (const trouble of troubles) {
        await writeInbound(stage, b, { count: 20, customers, random });
        await pause(100 + random() * 150);
        await trouble(stage);
        stage.record.cutCalls += stage.network.graph.heal();
        stage.network.webhooks.heal();
        stage.network.database.heal();
      }
    }
    stopping.abort();
    await sending;
    return [];
  },
});
