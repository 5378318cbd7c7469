import type { Stage } from './stage/open-stage.ts';
import { until } from './stage/until.ts';

/** Beyond this even a number without traffic knows what its silence means. */
const silenceIsOverMs = 61 * 60 * 1_000;
/** Of accelerated time: what waits for a date is given that date. */
const drainWithinMs = 60_000;

/** The faults are over: everything that can go, goes. What stays unsure waits for `outliveSilence`. */
export async function drain(stage: Stage): Promise<void> {
  const { control, database, network } = stage;
  await control.clearFaults();
  stage.record.cutCalls += network.graph.heal();
  network.webhooks.heal();
  network.database.heal();
  // The invariants name what is left; waiting in vain is no answer of its own.
  await until('the webhooks', async () => (await control.settle(2_000)).settled, drainWithinMs).catch(
    stillLeft,
  );
  await until(
    'the raw events',
    async () =>
      (await count(database, 'select count(*) from raw_event_jobs where quarantined_at is null')) === 0,
    drainWithinMs,
  ).catch(stillLeft);
  await until(
    'the queue',
    async () =>
      (await count(
        database,
        `select count(*) from outbox where state in ('queued', 'claimed', 'dispatched')`,
      )) === 0,
    drainWithinMs,
  ).catch(stillLeft);
  await until(
    'the hooks',
    async () => {
      await database.query(
        `update hook_deliveries set next_at = now() where state = 'pending' and next_at > now()`,
      );
      return (await count(database, `select count(*) from hook_deliveries where state = 'pending'`)) === 0;
    },
    drainWithinMs,
  ).catch(stillLeft);
  await until(
    'the files',
    async () => (await count(database, `select count(*) from media where state = 'pending'`)) === 0,
    drainWithinMs,
  ).catch(stillLeft);
  await until('the webhooks', async () => (await control.settle(2_000)).settled, drainWithinMs).catch(
    stillLeft,
  );
}

/** An hour passes, and what stayed unsure must have come to an end. The server is dead at first, so that it may be armed. */
export async function outliveSilence(stage: Stage): Promise<void> {
  const { server, database, record } = stage;
  await server.kill();
  const unsure = () => count(database, `select count(*) from outbox where state = 'unsure'`);
  if ((await unsure()) > 0) {
    const point = 'dispatcher.sweeping';
    await server.start({ clockAheadMs: silenceIsOverMs, crashAt: { point, hit: 1 } });
    if (await server.diesByItself(15_000)) record.crashes.set(point, (record.crashes.get(point) ?? 0) + 1);
  }
  await server.start({ clockAheadMs: silenceIsOverMs });
  await until('the unsure', async () => (await unsure()) === 0, drainWithinMs).catch(stillLeft);
  // What waited for a date has it now.
  await drain(stage);
}

function stillLeft(): void {}

async function count(database: Stage['database'], text: string): Promise<number> {
  const [row] = await database.query<{ count: string }>(text);
  return Number(row?.count);
}
