import type { StatementPool } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import type { Platform } from '#platform/module';
import { insertRawEvents, type NewRawEvent, wakeWorkers } from './store-events.ts';

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
const batchRows = 256;
const batchBytes = 1024 * 1024;
/** Beyond this the sender is better served by trying again later. */
const waitingRows = 4_096;
const waitingBytes = 64 * 1024 * 1024;
const waitingMs = 8_000;
const overdueCheckMs = 1_000;
const wakeEveryMs = 20;

interface Waiting {
  readonly event: NewRawEvent;
  readonly sinceMs: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Many requests share one transaction: whatever arrives while the commits in flight are busy is the next batch. The
 * more load, the larger the batches, and alone in the house a request is committed at once.
 */
export function createGroupCommit(options: {
  readonly platform: Pick<Platform, 'clock' | 'log' | 'metrics'>;
  readonly statements: StatementPool;
}): GroupCommit {
  const { platform, statements } = options;
  const { clock, log } = platform;
  const batchSizes = platform.metrics.histogram(
    'renkei_webhook_batch_rows',
    'Webhooks committed in one transaction',
    [1, 2, 4, 8, 16, 32, 64, 128, 256],
  );
  let queue: Waiting[] = [];
  let queuedBytes = 0;
  let inFlight = 0;
  let scheduled = false;
  let wakeTimer: NodeJS.Timeout | undefined;
  let wakeAgain = false;
  let idle: (() => void) | undefined;
  const overdueTimer = setInterval(refuseOverdue, overdueCheckMs);
  overdueTimer.unref();

  /**
   * A notification commits under a lock of the whole server, so it does not go with the batch, and not with every one:
   * the first at once, the following ones together.
   */
  function wake(): void {
    if (wakeTimer) {
      wakeAgain = true;
      return;
    }
    wakeAgain = false;
    wakeTimer = setTimeout(() => {
      wakeTimer = undefined;
      if (wakeAgain) wake();
    }, wakeEveryMs);
    wakeTimer.unref();
    // Whoever misses it finds the events by polling.
    wakeWorkers(statements).catch((error: unknown) => log.warn({ err: error }, 'workers could not be woken'));
  }

  function schedule(): void {
    if (scheduled || inFlight >= commitsInFlight || queue.length === 0) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      const batch = takeBatch();
      if (batch.length > 0) flush(batch);
      schedule();
    });
  }

  function takeBatch(): readonly Waiting[] {
    let rows = 0;
    let bytes = 0;
    for (const { event } of queue) {
      if (rows === batchRows || (rows > 0 && bytes + event.body.byteLength > batchBytes)) break;
      rows += 1;
      bytes += event.body.byteLength;
    }
    const batch = queue.slice(0, rows);
    queue = queue.slice(rows);
    queuedBytes -= bytes;
    return batch;
  }

  function flush(batch: readonly Waiting[]): void {
    inFlight += 1;
    commit(batch).finally(() => {
      inFlight -= 1;
      schedule();
      if (inFlight === 0 && queue.length === 0) idle?.();
    });
  }

  /** Never rejects: every waiting request gets its own answer. */
  async function commit(batch: readonly Waiting[]): Promise<void> {
    try {
      await insertRawEvents(
        statements,
        batch.map(({ event }) => event),
        clock.now(),
      );
      wake();
      batchSizes.observe(batch.length);
      for (const waiting of batch) waiting.resolve();
    } catch (error) {
      await recover(batch, error);
    }
  }

  /** One bad row fails its whole statement, so the batch is halved until it stands alone. */
  async function recover(batch: readonly Waiting[], error: unknown): Promise<void> {
    const storeIsGone = error instanceof RenkeiError && error.code === 'store_unavailable';
    if (batch.length === 1 || storeIsGone) {
      log.error({ err: error, rows: batch.length }, 'webhooks could not be stored');
      const refusal = storeIsGone ? error : new RenkeiError('store_unavailable', { cause: error });
      for (const waiting of batch) waiting.reject(refusal);
      return;
    }
    const middle = Math.ceil(batch.length / 2);
    await commit(batch.slice(0, middle));
    await commit(batch.slice(middle));
  }

  function refuseOverdue(): void {
    const limitMs = clock.monotonicMs() - waitingMs;
    const overdue = queue.findLastIndex(({ sinceMs }) => sinceMs < limitMs) + 1;
    if (overdue === 0) return;
    const refused = queue.slice(0, overdue);
    queue = queue.slice(overdue);
    for (const { event, reject } of refused) {
      queuedBytes -= event.body.byteLength;
      reject(overloaded());
    }
  }

  return {
    store(event) {
      if (queue.length >= waitingRows || queuedBytes >= waitingBytes) return Promise.reject(overloaded());
      return new Promise((resolve, reject) => {
        queue.push({ event, sinceMs: clock.monotonicMs(), resolve, reject });
        queuedBytes += event.body.byteLength;
        schedule();
      });
    },
    async close() {
      if (inFlight > 0 || queue.length > 0) await new Promise<void>((resolve) => (idle = resolve));
      clearInterval(overdueTimer);
      clearTimeout(wakeTimer);
    },
  };
}

function overloaded(): RenkeiError {
  return new RenkeiError('store_unavailable', {
    detail: {
      en: 'More webhooks are waiting to be stored than this server can take.',
      ja: '保存待ちのWebhookが多すぎるため、受け付けられません。',
    },
  });
}
