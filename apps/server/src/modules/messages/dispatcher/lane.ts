import type { ChannelConnection } from '#modules/channels';
import { crashPoint } from '#platform/crash-point';
import { RenkeiError } from '#platform/errors';
import { type Calls, createCalls } from './calls.ts';
import { type Batch, claimBatch } from './claim-batch.ts';
import type { DispatchContext } from './context.ts';
import { recoverChannel } from './recover.ts';
import { type ChannelLease, LeaseLost } from './store/store-leases.ts';
import { sweepChannel, tidyChannel } from './sweep-channel.ts';
import { createWaiter } from './waiter.ts';

/** The dispatch of one channel by this process, while it has work and the lease. */
export interface Lane {
  /** Look again now. */
  wake(): void;
  /** Takes nothing new, lets what is under way finish, gives the channel up. */
  stop(): Promise<void>;
  /** True when it was woken after its last look: somebody has to look again. */
  readonly ended: Promise<boolean>;
}

/** How long a channel without work is kept, so that the next message need not win the lease first. */
const idleMs = 5_000;
const sweepEveryMs = 2_000;
const tidyEveryMs = 60_000;
/** The longest a lane sleeps while something of it is queued. */
const pollMs = { queued: 200, held: 2_000, unfinished: 1_000 } as const;

export function startLane(context: DispatchContext, workspaceId: string, channelId: string): Lane {
  const waiter = createWaiter(context.platform.clock);
  const stopping = new AbortController();
  const lane = { context, waiter, workspaceId, channelId, isStopping: () => stopping.signal.aborted };
  const ended = runLane(lane).then(
    () => waiter.isWoken(),
    (error: unknown) => {
      context.log.error({ err: error, channelId }, 'the dispatch of a channel was interrupted');
      return false;
    },
  );
  return {
    wake: () => waiter.wake(),
    async stop() {
      stopping.abort();
      waiter.wake();
      await ended;
    },
    ended,
  };
}

interface LaneState {
  readonly context: DispatchContext;
  readonly waiter: ReturnType<typeof createWaiter>;
  readonly workspaceId: string;
  readonly channelId: string;
  readonly isStopping: () => boolean;
}

async function runLane(lane: LaneState): Promise<void> {
  const { context, workspaceId, channelId } = lane;
  const { store } = context;
  const { database } = context.platform;
  const { leaseMs } = context.settings;
  const owner = crypto.randomUUID();
  const lease = await database.inTenant(workspaceId, (tx) =>
    store.acquireLease(tx, channelId, owner, leaseMs),
  );
  if (!lease) {
    // Somebody else dispatches this channel and was woken as well.
    lane.waiter.consume();
    return;
  }
  crashPoint('lease.acquired');
  const stopRenewing = keepLease(lane, lease);
  const calls = createCalls({ context, lease, onProgress: () => lane.waiter.wake() });
  try {
    await recoverChannel(context, lease);
    await takeTurns(lane, lease, calls);
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    context.log.warn({ channelId }, 'the lease of a channel was lost');
  } finally {
    await calls.drain(lane.isStopping);
    stopRenewing();
    await database
      .inTenant(workspaceId, (tx) => store.releaseLease(tx, lease))
      .catch((error: unknown) => context.log.warn({ err: error, channelId }, 'a lease runs out by itself'));
  }
}

/** A lease that cannot be renewed is noticed by whatever is written next. */
function keepLease({ context, workspaceId }: LaneState, lease: ChannelLease): () => void {
  const { leaseMs } = context.settings;
  return context.platform.clock.every(leaseMs / 3, () => {
    context.platform.database
      .inTenant(workspaceId, (tx) => context.store.renewLease(tx, lease, leaseMs))
      .then(() => crashPoint('lease.renewed'))
      .catch((error: unknown) => context.log.warn({ err: error }, 'a lease could not be renewed'));
  });
}

async function takeTurns(lane: LaneState, lease: ChannelLease, calls: Calls): Promise<void> {
  const { context, waiter } = lane;
  const clock = context.platform.clock;
  let { concurrency } = context.settings;
  const room = () => concurrency - calls.open();
  let idleSinceMs: number | undefined;
  let sweptAtMs = Number.NEGATIVE_INFINITY;
  let tidiedAtMs = Number.NEGATIVE_INFINITY;
  while (!lane.isStopping()) {
    if (clock.monotonicMs() - sweptAtMs >= sweepEveryMs) {
      await sweepChannel(context, lease);
      sweptAtMs = clock.monotonicMs();
    }
    if (clock.monotonicMs() - tidiedAtMs >= tidyEveryMs) {
      await tidyChannel(context, lease);
      tidiedAtMs = clock.monotonicMs();
    }
    waiter.consume();
    if (room() <= 0) {
      await waiter.wait(pollMs.queued);
      continue;
    }
    // What was delayed here goes first: nothing is taken so far ahead that it would grow old.
    const lateMs = calls.waitMs() - context.settings.aheadMs;
    if (lateMs > 0) {
      await clock.sleep(lateMs);
      continue;
    }
    const connection = await openConnection(lane);
    const roomAt = (messagesPerSecond: number) => {
      concurrency = concurrencyOf(context.settings.concurrency, messagesPerSecond);
      return room();
    };
    const batch = await claimBatch(context, lease, roomAt, calls.takeBack);
    calls.start(batch, connection);
    if (batch.looked > 0) {
      await waitForRates(lane, batch);
      continue;
    }
    const waitMs = await chooseWait(lane, batch);
    if (waitMs === undefined && calls.open() === 0) {
      idleSinceMs ??= clock.monotonicMs();
      if (clock.monotonicMs() - idleSinceMs >= idleMs) return;
    } else {
      idleSinceMs = undefined;
    }
    await waiter.wait(waitMs ?? idleMs / 5);
  }
}

/** As many as are under way when each answer takes a second. */
function concurrencyOf(least: number, messagesPerSecond: number): number {
  return Math.max(least, messagesPerSecond);
}

/** A full turn is followed by the next as soon as the number's rate allows; a wake does not shorten that. */
async function waitForRates({ context, waiter }: LaneState, { readyAtMs }: Batch): Promise<void> {
  const waitMs = readyAtMs - context.platform.clock.now().getTime();
  if (waitMs <= 0) return;
  if (waitMs <= pollMs.queued) await context.platform.clock.sleep(waitMs);
  else await waiter.wait(Math.min(waitMs, sweepEveryMs));
}

/** Undefined: nothing of the channel is unfinished. */
async function chooseWait(
  { context, workspaceId, channelId }: LaneState,
  batch: Batch,
): Promise<number | undefined> {
  const backlog = await context.platform.database.inTenant(workspaceId, (tx) =>
    context.store.readBacklog(tx, channelId),
  );
  if (!backlog.unfinished) return undefined;
  if (!backlog.queued) return pollMs.unfinished;
  if (batch.isChannelHeld) return pollMs.held;
  const nowMs = context.platform.clock.now().getTime();
  const untilRatesMs = batch.readyAtMs - nowMs;
  // What stands behind another is looked at when that one leaves.
  const untilDueMs = backlog.nextAt ? backlog.nextAt.getTime() - nowMs : pollMs.unfinished;
  const waitMs = Math.max(untilRatesMs, untilDueMs, pollMs.queued / 10);
  return Math.min(waitMs, untilDueMs > 0 ? pollMs.held : pollMs.queued);
}

/** Undefined for a disconnected number: the gate refuses what still waits for it. */
async function openConnection({
  context,
  workspaceId,
  channelId,
}: LaneState): Promise<ChannelConnection | undefined> {
  try {
    return await context.channels.connection(workspaceId, channelId);
  } catch (error) {
    if (error instanceof RenkeiError && error.code === 'channel_not_sending') return undefined;
    throw error;
  }
}
