import type { Finding } from './invariants/invariant.ts';
import type { Stage } from './stage/open-stage.ts';
import { countRows, passTime, untilGone, untilGoneWhenDue } from './stage/pass-time.ts';
import { until } from './stage/until.ts';

/** Beyond this even a number without traffic knows what its silence means. */
const silenceIsOverMs = 61 * 60 * 1_000;
/** Of accelerated time: what waits for a date is given that date. */
const drainWithinMs = 60_000;

/** In the order in which one makes work for the next. */
const stillnesses: readonly ((stage: Stage) => Promise<void>)[] = [
  waitForProvider,
  (stage) => untilGone(stage, 'the raw events', 'raw_event_jobs where quarantined_at is null', drainWithinMs),
  waitForQueue,
  waitForHooks,
  waitForFiles,
  waitForProvider,
];

/** The faults are over: everything that can go, goes. What stays unsure waits for `outliveSilence`. */
export async function drain(stage: Stage): Promise<readonly Finding[]> {
  const { control, network } = stage;
  await control.clearFaults();
  stage.record.cutCalls += network.graph.heal();
  network.webhooks.heal();
  network.database.heal();
  const waiting: string[] = [];
  for (const wait of stillnesses) {
    await wait(stage).catch((error: unknown) => waiting.push(String(error)));
  }
  return [{ invariant: 'liveness', says: 'all that can go has gone', broken: waiting, about: [] }];
}

/** An hour passes, and what stayed unsure must have come to an end. */
export async function outliveSilence(stage: Stage): Promise<readonly Finding[]> {
  const { server } = stage;
  const isOver = async () => (await countRows(stage, `outbox where state = 'unsure'`)) === 0;
  await server.kill();
  await passTime(stage, silenceIsOverMs);
  await server.start();
  const unsure: string[] = [];
  await until('the unsure', isOver, drainWithinMs).catch((error: unknown) => unsure.push(String(error)));
  // What waited for a date has it now.
  const drained = await drain(stage);
  return [{ invariant: 'liveness', says: 'silence ends every doubt', broken: unsure, about: [] }, ...drained];
}

/** An hour passes while there is doubt, and the server dies when it is about to end it. */
export async function dieWhileSweeping(stage: Stage): Promise<void> {
  const { server, record } = stage;
  const point = 'dispatcher.sweeping';
  await server.kill();
  await passTime(stage, silenceIsOverMs);
  await server.start({ crashAt: { point, hit: 1 } });
  if (await server.diesByItself(15_000)) record.crashes.set(point, (record.crashes.get(point) ?? 0) + 1);
  await server.start();
}

function waitForProvider({ control }: Stage): Promise<void> {
  return until('the webhooks', async () => (await control.settle(2_000)).settled, drainWithinMs);
}

/** All of it may be of one number, which sends 80 a second at most; twice as long is enough. */
const perMessageMs = 25;

async function waitForQueue(stage: Stage): Promise<void> {
  const rows = `outbox where state in ('queued', 'claimed', 'dispatched')`;
  const withinMs = drainWithinMs + perMessageMs * (await countRows(stage, rows));
  await untilGone(stage, 'the queue', rows, withinMs);
}

/** What fails again waits longer each time, and each leap to the next of them takes its seconds. */
const hooksWithinMs = 3 * drainWithinMs;
/** Each is a call of its own, and a hook is called some hundred times a second at most. */
const perDeliveryMs = 10;

async function waitForHooks(stage: Stage): Promise<void> {
  const rows = `hook_deliveries where state = 'pending'`;
  const withinMs = hooksWithinMs + perDeliveryMs * (await countRows(stage, rows));
  await untilGoneWhenDue(stage, 'the hooks', { rows, dueAt: 'next_at', withinMs });
}

/** The job queue goes by the database's own clock. */
function waitForFiles(stage: Stage): Promise<void> {
  const retries = `update jobs.job set start_after = now() where state = 'retry' and start_after > now()`;
  return until(
    'the files',
    async () => {
      await stage.database.query(retries);
      return (await countRows(stage, `media where state = 'pending'`)) === 0;
    },
    drainWithinMs,
  );
}
