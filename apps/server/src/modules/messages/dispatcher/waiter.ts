/** Waits for a time or a wake, whichever comes first; a wake before the wait ends it at once. */
export function createWaiter() {
  let woken = false;
  let resolveWait: (() => void) | undefined;
  return {
    wake(): void {
      woken = true;
      resolveWait?.();
    },
    /** Forgets earlier wakes: whoever calls this looks at everything next. */
    consume(): void {
      woken = false;
    },
    isWoken: () => woken,
    async wait(timeoutMs: number): Promise<void> {
      if (woken) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        resolveWait = resolve;
        timer = setTimeout(resolve, timeoutMs);
      });
      clearTimeout(timer);
      resolveWait = undefined;
    },
  };
}
