import { crashPoint } from '#platform/crash-point';
import type { StatementPool } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import type { Platform } from '#platform/module';
import { createGentleWake } from './gentle-wake.ts';
import { isNobodysFault } from './is-nobodys-fault.ts';
import { insertRawEvents, type NewRawEvent } from './store-events.ts';
import { createWaitingEvents, type Waiting } from './waiting-events.ts';

export interface GroupCommit {
  /**
   * Resolves when the event and its job are committed.
   * @throws RenkeiError store_unavailable: not stored, or too much is waiting
   */
  store(event: NewRawEvent): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Measured: a third commit in flight costs more than it gives, and a timer only adds latency. */
const commitsInFlight = 2;
const waitingMs = 8_000;
const overdueCheckMs = 1_000;

/**
 * Many requests share one transaction: whatever arrives while the commits in flight are busy is the next batch. The
 * more load, the larger the batches, and alone in the house a request is committed at once.
 */
export function createGroupCommit(options: {
  readonly platform: Pick<Platform, 'clock' | 'log' | 'metrics'>;
  readonly statements: StatementPool;
}): GroupCommit {
  const { clock } = options.platform;
  const commit = createCommit(options);
  const waiting = createWaitingEvents();
  let inFlight = 0;
  let scheduled = false;
  let idle: (() => void) | undefined;
  const overdueTimer = setInterval(refuseOverdue, overdueCheckMs);
  overdueTimer.unref();

  function schedule(): void {
    if (scheduled || inFlight >= commitsInFlight || waiting.isEmpty) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      const batch = waiting.takeBatch();
      if (batch.length > 0) void flush(batch);
      schedule();
    });
  }

  async function flush(batch: readonly Waiting[]): Promise<void> {
    inFlight += 1;
    await commit.store(batch);
    inFlight -= 1;
    schedule();
    if (inFlight === 0 && waiting.isEmpty) idle?.();
  }

  function refuseOverdue(): void {
    for (const { reject } of waiting.takeOlderThan(clock.monotonicMs() - waitingMs)) reject(overloaded());
  }

  return {
    store: (event) =>
      new Promise((resolve, reject) => {
        const accepted = waiting.add({ event, sinceMs: clock.monotonicMs(), resolve, reject });
        if (accepted) schedule();
        else reject(overloaded());
      }),
    async close() {
      if (inFlight > 0 || !waiting.isEmpty) await new Promise<void>((resolve) => (idle = resolve));
      clearInterval(overdueTimer);
      commit.close();
    },
  };
}

function createCommit({ platform, statements }: Parameters<typeof createGroupCommit>[0]) {
  const { clock, log } = platform;
  const workers = createGentleWake(statements, platform);
  const batchSizes = platform.metrics.histogram(
    'renkei_webhook_batch_rows',
    'Webhooks committed in one transaction',
    [1, 2, 4, 8, 16, 32, 64, 128, 256],
  );

  /** Never rejects: every waiting request gets its own answer. */
  async function store(batch: readonly Waiting[]): Promise<void> {
    try {
      crashPoint('intake.before-commit');
      await insertRawEvents(
        statements,
        batch.map(({ event }) => event),
        clock.now(),
      );
      crashPoint('intake.committed');
      workers.wake();
      batchSizes.observe(batch.length);
      for (const waiting of batch) waiting.resolve();
    } catch (error) {
      await recover(batch, error);
    }
  }

  /**
   * One bad row fails its whole statement, so the batch is halved until it stands alone. Where no row is to blame, as when
   * somebody holds a lock on the table for too long, each half would only take that long again.
   */
  async function recover(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1 || isNobodysFault(error)) {
      log.error({ err: error, rows: batch.length }, 'webhooks could not be stored');
      const refusal =
        error instanceof RenkeiError ? error : new RenkeiError('store_unavailable', { cause: error });
      for (const waiting of batch) waiting.reject(refusal);
      return;
    }
    const middle = Math.ceil(batch.length / 2);
    await store(batch.slice(0, middle));
    await store(batch.slice(middle));
  }

  return { store, close: workers.close };
}

function overloaded(): RenkeiError {
  return new RenkeiError('store_unavailable', {
    detail: {
      en: 'More webhooks are waiting to be stored than this server can take.',
      ja: '保存待ちのWebhookが多すぎるため、受け付けられません。',
    },
  });
}
