import type { RenkeiEvent } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';
import type { Platform, Worker } from '#platform/module';
import { readEventsAfter } from './read-events.ts';

export interface FollowerOptions {
  /** Names the follower's place in the events; never rename one. */
  readonly name: string;
  /** The effect, in the transaction that also notes how far the follower has come. */
  readonly handle: (transaction: TenantTransaction, events: readonly RenkeiEvent[]) => Promise<void>;
}

const batchSize = 200;
/** Calls to wake may be lost; this is how long such a loss can last. */
const pollEveryMs = 5_000;
const retryAfterMs = 2_000;

/**
 * Follows the numbered events of every workspace, in order and each once, in its own time and with its own tries:
 * what it does slowly or fails to do never holds up whoever published them.
 */
export function createEventFollower(platform: Platform, { name, handle }: FollowerOptions): Worker {
  const due = new Set<string>();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopListening: (() => void) | undefined;
  let stopped = false;

  /** True when there may be more. */
  async function advance(workspaceId: string): Promise<boolean> {
    return platform.database.inTenant(workspaceId, async (transaction) => {
      const after = await lockPlace(transaction, name);
      if (after === undefined) return false;
      const events = await readEventsAfter(transaction, after, batchSize);
      const last = events.at(-1);
      if (!last) return false;
      await handle(
        transaction,
        events.map(({ event }) => event),
      );
      await savePlace(transaction, name, last.number);
      return events.length === batchSize;
    });
  }

  async function drain(): Promise<void> {
    for (const workspaceId of due) {
      due.delete(workspaceId);
      if (stopped) return;
      if (await advance(workspaceId)) due.add(workspaceId);
    }
  }

  function look(workspaceId: string): void {
    if (workspaceId !== '') due.add(workspaceId);
    if (stopped || running) return;
    running = drain()
      .catch((error: unknown) => {
        platform.log.warn({ err: error, follower: name }, 'a follower of events failed and will try again');
        setTimeout(() => void lookEverywhere(), retryAfterMs).unref();
      })
      .finally(() => {
        running = undefined;
        if (due.size > 0) look('');
      });
  }

  async function lookEverywhere(): Promise<void> {
    try {
      for (const { workspaceId } of await listBehind(platform, name)) due.add(workspaceId);
      look('');
    } catch (error) {
      platform.log.warn({ err: error, follower: name }, 'who has events to follow could not be read');
    }
  }

  return {
    name: `follower ${name}`,
    async start() {
      stopListening = platform.wake.on('events', look);
      timer = setInterval(() => void lookEverywhere(), pollEveryMs);
      await lookEverywhere();
    },
    async stop() {
      stopped = true;
      stopListening?.();
      clearInterval(timer);
      await running;
    },
  };
}

/** Where the follower stands; undefined while another process is at it. Waits for nobody. */
async function lockPlace(transaction: TenantTransaction, name: string): Promise<number | undefined> {
  const place = await tryLockPlace(transaction, name);
  if (place !== undefined) return place;
  // An insert would wait for whoever holds the row, so it is made only where there is none.
  const [known] = await transaction.query(
    named(
      'find_follower',
      sql`select 1 from event_followers where workspace_id = ${transaction.workspaceId} and name = ${name}`,
    ),
  );
  if (known) return undefined;
  await transaction.execute(
    named(
      'make_follower',
      sql`insert into event_followers (workspace_id, name, last_number)
          values (${transaction.workspaceId}, ${name}, 0) on conflict do nothing`,
    ),
  );
  return tryLockPlace(transaction, name);
}

async function tryLockPlace(transaction: TenantTransaction, name: string): Promise<number | undefined> {
  const [row] = await transaction.query<{ last_number: string }>(
    named(
      'lock_follower',
      sql`select last_number from event_followers
          where workspace_id = ${transaction.workspaceId} and name = ${name} for update skip locked`,
    ),
  );
  return row && Number(row.last_number);
}

async function savePlace(transaction: TenantTransaction, name: string, number: number): Promise<void> {
  await transaction.execute(
    named(
      'save_follower',
      sql`update event_followers set last_number = ${number}
          where workspace_id = ${transaction.workspaceId} and name = ${name}`,
    ),
  );
}

/** Workspaces with events that the follower has not seen. */
function listBehind(platform: Platform, name: string) {
  return platform.database.inSystem((transaction) =>
    transaction.query<{ workspaceId: string }>(
      named(
        'list_behind',
        sql`select counter.workspace_id as "workspaceId" from event_counters counter
            where counter.last_number > coalesce((
              select follower.last_number from event_followers follower
              where follower.workspace_id = counter.workspace_id and follower.name = ${name}), 0)`,
      ),
    ),
  );
}
