import { describe, expect, it } from 'vitest';
import type { DispatchedSend } from './dispatch.ts';
import { createPacer } from './pace-sends.ts';

/** A clock that nobody waits for: who sleeps wakes at once, as late as its timer is said to be. */
function createLateClock(latenessMs: () => number) {
  let nowMs = 0;
  return {
    now: () => new Date(nowMs),
    monotonicMs: () => nowMs,
    async sleep(durationMs: number) {
      nowMs += durationMs + latenessMs();
    },
  };
}

const sendAt = (startsAtMs: number, messageId = ''): DispatchedSend => ({
  messageId,
  recipient: '',
  startsAtMs,
  request: {
    recipient: { phone: '' },
    content: { kind: 'text', body: '' },
    references: {},
    replyToProviderMessageId: null,
    attemptKey: '',
  },
});

async function pace(sends: readonly DispatchedSend[], messagesPerSecond: number, latenessMs = () => 0) {
  const clock = createLateClock(latenessMs);
  const begun: { readonly messageId: string; readonly atMs: number }[] = [];
  const withheld: DispatchedSend[] = [];
  const done = Promise.withResolvers<void>();
  const note = (list: () => unknown) => {
    list();
    if (begun.length + withheld.length === sends.length) done.resolve();
  };
  const pacer = createPacer(
    clock,
    ({ messageId }) => note(() => begun.push({ messageId, atMs: clock.monotonicMs() })),
    (send) => note(() => withheld.push(send)),
  );
  pacer.add(sends, messagesPerSecond);
  await done.promise;
  return { begun, withheld };
}

describe('the pacing of committed sends', () => {
  it('spreads what becomes ready at one moment over the rate of its number', async () => {
    const uploadsThatEndTogether = Array.from({ length: 40 }, () => sendAt(0));
    const { begun } = await pace(uploadsThatEndTogether, 20);
    const inFirstSecond = begun.filter(({ atMs }) => atMs < 1_000);
    expect(inFirstSecond.length).toBeLessThanOrEqual(20);
    expect(begun).toHaveLength(40);
  });

  it('loses nothing of the rate to timers that wake a little late', async () => {
    const steady = Array.from({ length: 800 }, (_, index) => sendAt(index * 12.5));
    const { begun } = await pace(steady, 80, () => 1.5);
    expect(begun.filter(({ atMs }) => atMs <= 10_000).length).toBeGreaterThan(800 * 0.98);
  });

  it('begins in the order of turns, whenever each was added', async () => {
    const { begun } = await pace([sendAt(300, 'third'), sendAt(100, 'first'), sendAt(200, 'second')], 20);
    expect(begun.map(({ messageId }) => messageId)).toEqual(['first', 'second', 'third']);
  });

  it('gives back what was asleep for so long that what the gate has said of it is old', async () => {
    const { withheld } = await pace([sendAt(10)], 20, () => 60_000);
    expect(withheld).toHaveLength(1);
  });
});
