import type { StatementPool } from '#platform/database';
import type { Platform } from '#platform/module';

const wakeEveryMs = 20;

/**
 * Calls the workers. A notification commits under a lock of the whole server, so it does not go with the batch, and not
 * with every one: the first at once, the following ones together.
 */
export function createGentleWake(
  statements: StatementPool,
  { log }: Pick<Platform, 'log'>,
): { readonly wake: () => void; readonly close: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let again = false;

  function wake(): void {
    if (timer) {
      again = true;
      return;
    }
    again = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (again) wake();
    }, wakeEveryMs);
    timer.unref();
    // Whoever misses it finds the events by polling.
    statements
      .wake({ topic: 'raw_events', detail: '' })
      .catch((error: unknown) => log.warn({ err: error }, 'workers could not be woken'));
  }

  return { wake, close: () => clearTimeout(timer) };
}
