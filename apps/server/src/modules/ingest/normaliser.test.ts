import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql, takeLaneTurn } from '#platform/database';
import { createMetrics } from '#platform/metrics';
import { createIntakeHarness, type IntakeHarness, type TestNumber } from '../../../test/intake-harness.ts';
import { TestClock } from '../../../test/test-clock.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { waitFor } from '../../../test/wait-for.ts';
import { envelope, messagesBody, textMessage } from '../../../test/webhook-bodies.ts';
import { laneOf } from './lanes.ts';
import { replayQuarantined } from './replay-quarantined.ts';

const clock = new TestClock();
let platform: TestPlatform;
let harness: IntakeHarness;
let number: TestNumber;
beforeAll(async () => {
  platform = await createTestPlatform({ clock });
  harness = await createIntakeHarness(platform);
});
beforeEach(async () => {
  number = await harness.addNumber();
});
afterAll(async () => {
  await harness.close();
  await platform.close();
});

const now = Math.floor(Date.now() / 1000);
const body = (id: number, to: TestNumber = number) =>
  messagesBody(to.phoneNumberId, {
    messages: [
      textMessage({ waId: `8190${id % 7}`, userId: `JP.${id % 7}` }, `wamid.${id}`, now, `text ${id}`),
    ],
  });
const query = <Row extends object>(statement: ReturnType<typeof sql>, of: TestNumber = number) =>
  platform.database.inTenant(of.workspaceId, (tx) => tx.query<Row & Record<string, unknown>>(statement));
const countOf = async (table: 'messages' | 'raw_event_jobs' | 'account_events', of: TestNumber = number) => {
  const [row] = await query<{ count: string }>({ text: `select count(*) from ${table}`, values: [] }, of);
  return Number(row?.count);
};
/** The same database, with workers of its own. */
const anotherProcess = () => createIntakeHarness({ ...platform, metrics: createMetrics() });
const minuteMs = 60_000;

describe('the normaliser', () => {
  it('works off what was committed before all processes were killed', async () => {
    for (let id = 0; id < 50; id += 1) await harness.post(number, body(id));
    const restarted = await anotherProcess();
    await restarted.addNumber(number);
    await restarted.drain();
    expect(await countOf('messages')).toBe(50);
    expect(await countOf('raw_event_jobs')).toBe(0);
    await restarted.close();
  });

  it('loses and doubles nothing when its connections are cut while it works', async () => {
    for (let id = 0; id < 600; id += 1) await harness.post(number, body(id));
    const admin = new pg.Client(platform.temporary.adminConnection);
    await admin.connect();
    let cuts = 0;
    while ((await countOf('raw_event_jobs').catch(() => 1)) > 0) {
      const drained = harness.drain().catch(() => undefined);
      if (cuts < 8) {
        await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity 
           where datname = current_database() and application_name = 'renkei' and state <> 'idle'`,
        );
        cuts += 1;
      }
      await drained;
    }
    await admin.end();
    expect(await countOf('messages')).toBe(600);
    const [unread] = await query(sql`select sum(unread_count)::int as unread from conversations`);
    expect(unread).toEqual({ unread: 600 });
  });

  it('shares the work with other processes without doing anything twice', async () => {
    const others = await Promise.all([anotherProcess(), anotherProcess()]);
    const numbers = await Promise.all([harness.addNumber(), harness.addNumber(), harness.addNumber()]);
    for (const one of numbers) for (const other of others) await other.addNumber(one);
    for (let id = 0; id < 100; id += 1) {
      await Promise.all(numbers.map((one) => harness.post(one, body(id, one))));
    }
    await Promise.all([harness, ...others].map((one) => one.drain()));
    await harness.drain();
    for (const one of numbers) expect(await countOf('messages', one)).toBe(100);
    for (const other of others) await other.close();
  });

  it('leaves a lane alone while somebody else has its turn', async () => {
    const event = { ...number, body: Buffer.from(body(1)) };
    const held = Promise.withResolvers<void>();
    const taken = Promise.withResolvers<void>();
    const other = platform.database.inTenant(number.workspaceId, async (transaction) => {
      expect(await takeLaneTurn(transaction, laneOf(event), { waitMs: 0 })).toBe(true);
      taken.resolve();
      await held.promise;
    });
    await taken.promise;
    await harness.post(number, body(1));
    await harness.drain();
    expect(await countOf('messages')).toBe(0);
    held.resolve();
    await other;
    await harness.drain();
    expect(await countOf('messages')).toBe(1);
  });

  it('finds by itself what nobody woke it for', async () => {
    const deaf = await createIntakeHarness({
      ...platform,
      metrics: createMetrics(),
      wake: { ...platform.wake, on: () => () => undefined },
    });
    await deaf.addNumber(number);
    for (const worker of deaf.workers) await worker.start();
    await harness.post(number, body(1));
    await waitFor(async () => ((await countOf('messages')) === 1 ? true : undefined), 6_000);
    for (const worker of deaf.workers) await worker.stop();
    await deaf.close();
  });

  it('wakes when something is stored', async () => {
    const woken = await anotherProcess();
    await woken.addNumber(number);
    for (const worker of woken.workers) await worker.start();
    await harness.post(number, body(1));
    await expect.poll(() => countOf('messages'), { timeout: 1_500 }).toBe(1);
    for (const worker of woken.workers) await worker.stop();
    await woken.close();
  });
});

describe('an event that fails again and again', () => {
  it('is tried 5 times, then waits in quarantine while its neighbours have gone on', async () => {
    const admin = new pg.Client(platform.temporary.adminConnection);
    await admin.connect();
    await admin.query(`alter table messages add constraint no_poison check (preview <> 'text 13') not valid`);
    for (let id = 0; id < 30; id += 1) await harness.post(number, body(id));
    await harness.drain();
    expect(await countOf('messages')).toBe(29);
    for (let tries = 1; tries < 5; tries += 1) {
      const [job] = await query(sql`select attempts, quarantined_at from raw_event_jobs`);
      expect(job).toEqual({ attempts: tries, quarantined_at: null });
      clock.advance(minuteMs);
      await harness.drain();
    }
    const [job] = await query<{ raw_event_id: string }>(
      sql`select raw_event_id, attempts, reason from raw_event_jobs where quarantined_at is not null`,
    );
    expect(job).toMatchObject({ attempts: 5, reason: expect.stringMatching(/no_poison/) });

    await admin.query('alter table messages drop constraint no_poison');
    await admin.end();
    const { workspaceId } = number;
    expect(await replayQuarantined(platform, { workspaceId, rawEventId: job?.raw_event_id })).toBe(1);
    await harness.drain();
    expect(await countOf('messages')).toBe(30);
    expect(await countOf('raw_event_jobs')).toBe(0);
  });
});

describe('replay', () => {
  it('of everything leaves alone what took effect already', async () => {
    const good = body(1).slice(0, -1);
    await harness.post(number, `${good},"x":`);
    await harness.post(number, body(2));
    await harness.drain();
    expect(await countOf('raw_event_jobs')).toBe(1);
    const { workspaceId } = number;
    expect(await replayQuarantined(platform, { workspaceId })).toBe(1);
    await harness.drain();
    expect(await countOf('raw_event_jobs')).toBe(1);
    expect(await countOf('messages')).toBe(1);
  });

  it('never reaches another workspace', async () => {
    await harness.post(number, '{');
    await harness.drain();
    expect(await replayQuarantined(platform, { workspaceId: randomUUID() })).toBe(0);
  });
});

describe('account events', () => {
  it('are kept once however often they are told, unknown fields too', async () => {
    const known = envelope('account_review_update', { decision: 'APPROVED' });
    const unknown = envelope('telepathy_update', { event: 'THOUGHT', phone: 'x\u0000' });
    for (const one of [known, unknown, known, unknown]) await harness.post(number, one);
    await harness.drain();
    await harness.post(number, known);
    await harness.drain();
    expect(await query(sql`select field, event from account_events order by field`)).toEqual([
      { field: 'account_review_update', event: 'APPROVED' },
      { field: 'telepathy_update', event: 'THOUGHT' },
    ]);
    const events = await query(sql`select type from events`);
    expect(events).toEqual([{ type: 'accountEvent.created' }, { type: 'accountEvent.created' }]);
    expect(await platform.metrics.render()).toContain(
      'renkei_ingest_unknown_total{part="field",name="telepathy_update"} 2',
    );
  });
});

describe('daily partitions', () => {
  it('are made ahead, hold the rows, and show them to nobody directly', async () => {
    const keeper = harness.workers.find(({ name }) => name === 'raw event partitions');
    await keeper?.start();
    await keeper?.stop();
    await harness.post(number, body(1));
    const [row] = await query<{ partition: string }>(
      sql`select tableoid::regclass::text as partition from raw_events`,
    );
    const today = clock.now().toISOString().slice(0, 10).replaceAll('-', '');
    expect(row?.partition).toBe(`raw_events_${today}`);
    const partitions = await query<{ name: string }>(
      sql`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'raw_events'::regclass`,
    );
    expect(partitions.length).toBeGreaterThanOrEqual(5);
    for (const { name } of partitions) {
      const direct = query({ text: `select 1 from ${name}`, values: [] }).catch(
        (error: Error) => error.message,
      );
      expect(['[]', `"permission denied for table ${name}"`]).toContain(JSON.stringify(await direct));
    }
  });
});
