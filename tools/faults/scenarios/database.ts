import { setTimeout as pause } from 'node:timers/promises';
import { openConversations, sendMessages } from '../load/send-messages.ts';
import { writeInbound } from '../load/write-inbound.ts';
import { defineScenario } from './scenario.ts';

export const database = defineScenario({
  name: 'database',
  says: 'PostgreSQL is restarted, killed, away for a while and slow, under load both ways',
  points: [],
  sizes: {
    quick: { restarts: 2, kills: 1, awayMs: 0, slowMs: 0, customers: 20 },
    standard: { restarts: 4, kills: 10, awayMs: 20_000, slowMs: 5_000, customers: 60 },
    long: { restarts: 20, kills: 60, awayMs: 60_000, slowMs: 30_000, customers: 200 },
  },
  async run(stage, { restarts, kills, awayMs, slowMs, customers }, random) {
    const [a, b] = stage.workspaces;
    const conversations = await openConversations(stage, a, customers);
    await stage.server.kill();
    await stage.server.start({ databasePort: stage.network.database.port });
    const stopping = new AbortController();
    const sending = sendMessages(stage, a, {
      count: 100_000,
      conversations,
      pauseMs: 25,
      stopping: stopping.signal,
    });
    const deeds: readonly (() => Promise<void>)[] = [
      ...Array.from({ length: restarts }, () => () => stage.database.restart()),
      ...Array.from({ length: kills }, () => () => stage.database.kill()),
      ...(awayMs > 0 ? [() => stage.database.restart(awayMs)] : []),
      ...(slowMs > 0 ? [() => beSlow(slowMs)] : []),
    ];
    for (const deed of deeds) {
      await writeInbound(stage, b, { count: 40, customers, random });
      await pause(200 + random() * 300);
      await deed();
    }
    stopping.abort();
    await sending;
    return [];

    async function beSlow(forMs: number): Promise<void> {
      stage.network.database.delay(60);
      await pause(forMs);
      stage.network.database.heal();
    }
  },
});
