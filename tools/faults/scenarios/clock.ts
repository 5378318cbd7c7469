import { openConversations, sendMessages } from '../load/send-messages.ts';
import { writeInbound } from '../load/write-inbound.ts';
import { untilGone } from '../stage/pass-time.ts';
import { until } from '../stage/until.ts';
import { defineScenario } from './scenario.ts';

const minuteMs = 60_000;

export const clock = defineScenario({
  name: 'clock',
  says: 'the server’s clock jumps ahead and back, and the provider’s moves on, while messages go both ways',
  points: [],
  sizes: {
    quick: { jumps: [9 * minuteMs, -9 * minuteMs], messages: 40, customers: 12 },
    standard: {
      jumps: [9, -9, 55, -55, 2, -3].map((minutes) => minutes * minuteMs),
      messages: 200,
      customers: 40,
    },
    long: {
      jumps: Array.from(
        { length: 30 },
        (_, index) => (index % 2 === 0 ? 1 : -1) * (index + 1) * 2 * minuteMs,
      ),
      messages: 300,
      customers: 60,
    },
  },
  async run(stage, { jumps, messages, customers }, random) {
    const [a, b] = stage.workspaces;
    for (const clockAheadMs of jumps) {
      const conversations = await openConversations(stage, a, customers);
      const sending = sendMessages(stage, a, { count: messages, conversations });
      await writeInbound(stage, b, { count: messages, customers, random });
      await until('the middle of it', async () => (await stage.control.listSends(0, 1)).total > 0, 10_000);
      await stage.server.kill();
      await stage.server.start({ clockAheadMs });
      await sending;
      // What was queued by a clock that runs ahead would wait until ours has caught up with it.
      if (clockAheadMs > 0) {
        await untilGone(stage, 'the queue', `outbox where state <> 'unsure'`, 30_000).catch(() => undefined);
      }
      await stage.control.moveClock({ advanceMs: 2 * minuteMs });
      await stage.server.kill();
      await stage.server.start();
    }
    return [];
  },
});
