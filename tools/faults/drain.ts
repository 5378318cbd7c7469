import type { Finding } from './invariants/invariant.ts';
import type { Stage } from './stage/open-stage.ts';
import { passTime } from './stage/pass-time.ts';
import { until } from './stage/until.ts';

/** Beyond this even a number without traffic knows what its silence means. */
const silenceIsOverMs = 61 * 60 * 1_000;
/** Of accelerated time: what waits for a date is given that date. */
const drainWithinMs = 60_000;
/** So much passes whenever a queue only waits: for a rate, after a refusal, behind a message that is in doubt. */
const stepMs = 2_000;

interface Stillness {
  readonly what: string;
  isReached(stage: Stage): Promise<boolean>;
}

/** In the order in which one makes work for the next. */
const stillnesses: readonly Stillness[] = [
  { what: 'the provider’s webhooks', isReached: isProviderQuiet },
  {
    what: 'the raw events',
    isReached: ({ database }) => isNone(database, 'raw_event_jobs where quarantined_at is null'),
  },
  { what: 'the queue', isReached: isQueueEmpty },
  {
    what: 'the hooks',
    async isReached({ database }) {
      await database.query(
        `update hook_deliveries set next_at = now() where state = 'pending' and next_at > now()`,
      );
      return isNone(database, `hook_deliveries where state = 'pending'`);
    },
  },
  {
    what: 'the files',
    async isReached({ database }) {
      await database.query(
        `update jobs.job set start_after = now() where state = 'retry' and start_after > now()`,
      );
      return isNone(database, `media where state = 'pending'`);
    },
  },
  { what: 'the provider’s last webhooks', isReached: isProviderQuiet },
];

/** The faults are over: everything that can go, goes. What stays unsure waits for `outliveSilence`. */
export async function drain(stage: Stage): Promise<readonly Finding[]> {
  const { control, network } = stage;
  await control.clearFaults();
  stage.record.cutCalls += network.graph.heal();
  network.webhooks.heal();
  network.database.heal();
  const waiting: string[] = [];
  for (const { what, isReached } of stillnesses) {
    await until(what, () => isReached(stage), drainWithinMs).catch((error: unknown) =>
      waiting.push(String(error)),
    );
  }
  return [{ invariant: 'liveness', says: 'all that can go has gone', broken: waiting, about: [] }];
}

/** An hour passes, and what stayed unsure must have come to an end. The server is dead at first, so that it may be armed. */
export async function outliveSilence(stage: Stage): Promise<readonly Finding[]> {
  const { server, database, record } = stage;
  await server.kill();
  const isOver = () => isNone(database, `outbox where state = 'unsure'`);
  if (!(await isOver())) {
    const point = 'dispatcher.sweeping';
    await server.start({ clockAheadMs: silenceIsOverMs, crashAt: { point, hit: 1 } });
    if (await server.diesByItself(15_000)) record.crashes.set(point, (record.crashes.get(point) ?? 0) + 1);
  }
  await server.start({ clockAheadMs: silenceIsOverMs });
  const unsure: string[] = [];
  await until('the unsure', isOver, drainWithinMs).catch((error: unknown) => unsure.push(String(error)));
  // What waited for a date has it now.
  const drained = await drain(stage);
  return [{ invariant: 'liveness', says: 'silence ends every doubt', broken: unsure, about: [] }, ...drained];
}

async function isProviderQuiet({ control }: Stage): Promise<boolean> {
  return (await control.settle(2_000)).settled;
}

/** When nothing of it moves, time does. */
async function isQueueEmpty(stage: Stage): Promise<boolean> {
  const left = await countQueued(stage);
  if (left === 0) return true;
  await new Promise((resolve) => setTimeout(resolve, 250));
  if ((await countQueued(stage)) >= left) await passTime(stage, stepMs);
  return false;
}

function countQueued({ database }: Stage): Promise<number> {
  return count(database, `outbox where state in ('queued', 'claimed', 'dispatched')`);
}

async function isNone(database: Stage['database'], rows: string): Promise<boolean> {
  return (await count(database, rows)) === 0;
}

async function count(database: Stage['database'], rows: string): Promise<number> {
  const [row] = await database.query<{ count: string }>(`select count(*) from ${rows}`);
  return Number(row?.count);
}
