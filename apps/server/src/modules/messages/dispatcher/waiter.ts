import type { Clock } from '#platform/clock';

/** Waits for a time or a wake, whichever comes first; a wake before the wait ends it at once. */
export function createWaiter(clock: Pick<Clock, 'sleep'>) {
  let woken = false;
  let waiting: AbortController | undefined;
  return {
    wake(): void {
      woken = true;
      waiting?.abort();
    },
    /** Forgets earlier wakes: whoever calls this looks at everything next. */
    consume(): void {
      woken = false;
    },
    isWoken: () => woken,
    async wait(timeoutMs: number): Promise<void> {
      if (woken) return;
      waiting = new AbortController();
      await clock.sleep(timeoutMs, waiting.signal);
      waiting = undefined;
    },
  };
}
