/** Remembers that somebody rang until somebody looks, so that a ring between two looks is never missed. */
export interface Doorbell {
  ring(): void;
  /** Returns when it has rung since the last time, when the time is over, or when the signal aborts. */
  wait(forMs: number, signal: AbortSignal): Promise<void>;
}

export function createDoorbell(): Doorbell {
  let rung = false;
  let answer: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      answer?.();
    },
    async wait(forMs, signal) {
      if (!rung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, forMs);
          const done = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', done);
            resolve();
          };
          answer = done;
          signal.addEventListener('abort', done, { once: true });
        });
        answer = undefined;
      }
      rung = false;
    },
  };
}
