import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '#platform/clock';
import type { Statement, StatementPool } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { createLogger } from '#platform/log';
import { createMetrics } from '#platform/metrics';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';

/** Where a binary array says how long it is. */
const rowCountAt = 12;

/** A store that takes its time, and refuses bodies that say so. */
class FakeStore implements StatementPool {
  readonly batches: number[] = [];
  wakes = 0;
  trouble: Error | undefined;
  readonly #waiting: (() => void)[] = [];
  stored = 0;

  async wake(): Promise<void> {
    this.wakes += 1;
  }

  async execute({ values }: Statement): Promise<void> {
    const [, , bodies] = values;
    if (!Buffer.isBuffer(bodies)) throw new Error('not a batch');
    const rows = bodies.readInt32BE(rowCountAt);
    this.batches.push(rows);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.trouble) throw this.trouble;
    if (bodies.includes('poison')) throw new Error('a row the database refuses');
    this.stored += rows;
  }

  get inFlight(): number {
    return this.#waiting.length;
  }

  /** Lets everything that is waiting finish, and what follows it, until nothing waits. */
  async finishAll(): Promise<void> {
    do {
      for (const resolve of this.#waiting.splice(0)) resolve();
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    } while (this.#waiting.length > 0);
  }

  close = async () => undefined;
}

let nowMs = 0;
let store: FakeStore;
let groupCommit: GroupCommit;
beforeEach(() => {
  nowMs = 0;
  store = new FakeStore();
  const clock = { ...systemClock, monotonicMs: () => nowMs };
  const platform = { clock, log: createLogger('silent'), metrics: createMetrics() };
  groupCommit = createGroupCommit({ platform, statements: store });
});
afterEach(async () => {
  await store.finishAll();
  await groupCommit.close();
});

const event = (body = 'x') => ({
  workspaceId: randomUUID(),
  endpointId: randomUUID(),
  body: Buffer.from(body),
});

describe('group commit', () => {
  it('stores a request at once when nothing is under way', async () => {
    const stored = groupCommit.store(event());
    await nextTurn();
    await nextTurn();
    expect(store.batches).toEqual([1]);
    await store.finishAll();
    await stored;
  });

  it('has two commits under way, and everything that comes meanwhile is the next batch', async () => {
    const all = [groupCommit.store(event())];
    await nextTurn();
    all.push(groupCommit.store(event()));
    await nextTurn();
    for (let count = 0; count < 50; count += 1) all.push(groupCommit.store(event()));
    await nextTurn();
    expect(store.inFlight).toBe(2);
    await store.finishAll();
    await Promise.all(all);
    expect(store.batches).toEqual([1, 1, 50]);
  });

  it('keeps a batch below 256 rows and 1 MiB', async () => {
    const small = Array.from({ length: 600 }, () => groupCommit.store(event()));
    const large = Array.from({ length: 3 }, () => groupCommit.store(event('y'.repeat(700_000))));
    await nextTurn();
    await store.finishAll();
    await Promise.all([...small, ...large]);
    expect(Math.max(...store.batches)).toBe(256);
    expect(store.batches.slice(-2)).toEqual([1, 1]);
    expect(store.stored).toBe(603);
  });

  it('lets one bad row fail alone', async () => {
    const events = Array.from({ length: 40 }, (_, index) => event(index === 17 ? 'poison' : 'good'));
    const answers = Promise.allSettled(events.map((one) => groupCommit.store(one)));
    await nextTurn();
    await store.finishAll();
    const failed = (await answers).flatMap(({ status }, index) => (status === 'rejected' ? [index] : []));
    expect(failed).toEqual([17]);
    expect(store.stored).toBe(39);
  });

  it.each([
    ['the store is gone', new RenkeiError('store_unavailable')],
    ['the table is locked', Object.assign(new Error('lock timeout'), { code: '55P03' })],
    ['the statement took too long', Object.assign(new Error('statement timeout'), { code: '57014' })],
  ])('refuses all of a batch when %s, without trying row by row', async (_what, trouble) => {
    store.trouble = trouble;
    const answers = Promise.allSettled(Array.from({ length: 40 }, () => groupCommit.store(event())));
    await nextTurn();
    await store.finishAll();
    for (const answer of await answers) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'store_unavailable' } });
    }
    expect(store.batches).toEqual([40]);
  });

  it('refuses more than it can hold, at once', async () => {
    const held = Array.from({ length: 4_096 }, () => groupCommit.store(event()));
    await expect(groupCommit.store(event())).rejects.toMatchObject({ code: 'store_unavailable' });
    await nextTurn();
    await store.finishAll();
    await Promise.all(held);
  });

  it('keeps nobody waiting for a store that does not answer', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const clock = { ...systemClock, monotonicMs: () => nowMs };
    const platform = { clock, log: createLogger('silent'), metrics: createMetrics() };
    const stuck = createGroupCommit({ platform, statements: store });
    const underWay = [stuck.store(event())];
    await nextTurn();
    underWay.push(stuck.store(event()));
    await nextTurn();
    // Taken up at once, since the refusal comes while the timers are moved.
    const refused = Promise.allSettled([stuck.store(event())]);
    nowMs = 9_000;
    vi.advanceTimersByTime(1_000);
    expect(await refused).toMatchObject([{ status: 'rejected', reason: { code: 'store_unavailable' } }]);
    await store.finishAll();
    await Promise.all(underWay);
    await stuck.close();
    vi.useRealTimers();
  });

  it('wakes the workers once for many batches that follow each other closely', async () => {
    for (let round = 0; round < 10; round += 1) {
      const stored = groupCommit.store(event());
      await nextTurn();
      await store.finishAll();
      await stored;
    }
    expect(store.wakes).toBeGreaterThanOrEqual(1);
    expect(store.wakes).toBeLessThan(10);
  });
});
