import type { Clock } from '#platform/clock';
import type { Random } from './random.ts';

/** A machine of the simulated world: it stands still, dies, and has a clock of its own. */
export interface Host {
  readonly name: string;
  isAlive: boolean;
  /** Nothing of it moves before. */
  pausedUntilMs: number;
  /** How far its wall clock is off. */
  clockOffsetMs: number;
}

interface Step {
  readonly host: Host;
  readonly run: () => void;
}

interface Timer extends Step {
  readonly atMs: number;
  isCancelled: boolean;
}

/** What a step of input or output costs, at most. */
const longestStepMs = 0.4;

/**
 * The one who decides what happens next. Real code runs between two of its steps; whatever it waits for (a statement, a
 * commit, an answer, a timer) is a step that waits here with all others, and the seed says which of them is taken.
 */
export class Scheduler {
  nowMs: number;
  steps = 0;
  readonly #random: Random;
  readonly #ready: Step[] = [];
  /** The next one last. */
  readonly #timers: Timer[] = [];

  constructor(random: Random, startMs: number) {
    this.#random = random;
    this.nowMs = startMs;
  }

  /** `run` is a step of `host` that may be taken from now on. */
  soon(host: Host, run: () => void): void {
    this.#ready.push({ host, run });
  }

  /** `run` is a step of `host` that may be taken after this long. Gives how to call it off. */
  after(host: Host, ms: number, run: () => void): () => void {
    const timer: Timer = { host, run, atMs: this.nowMs + Math.max(0, ms), isCancelled: false };
    let index = this.#timers.length;
    while (index > 0 && (this.#timers[index - 1]?.atMs ?? 0) <= timer.atMs) index -= 1;
    this.#timers.splice(index, 0, timer);
    return () => {
      timer.isCancelled = true;
    };
  }

  /** What `work` gives, once its step is taken. */
  io<Result>(host: Host, work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.soon(host, () => {
        try {
          resolve(work());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  sleep(host: Host, ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(host, ms, resolve);
    });
  }

  /** Takes step after step until `isDone`, that time, or nothing is left. */
  async run(isDone: () => boolean, untilMs = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      await settled();
      if (isDone() || this.nowMs > untilMs) return;
      const step = this.#next();
      if (step) {
        this.steps += 1;
        this.nowMs += this.#random.next() * longestStepMs;
        step.run();
        continue;
      }
      const timer = this.#timers.at(-1);
      if (!timer || timer.atMs > untilMs) {
        if (untilMs !== Number.POSITIVE_INFINITY) this.nowMs = Math.max(this.nowMs, untilMs);
        return;
      }
      this.nowMs = Math.max(this.nowMs, timer.atMs);
    }
  }

  /** Everybody sleeps until then, as a machine whose lid is closed. */
  skipTo(ms: number): void {
    this.nowMs = Math.max(this.nowMs, ms);
  }

  /** Steps of the dead are never taken; those of the paused wait. */
  #next(): Step | undefined {
    this.#collectDue();
    while (this.#ready.length > 0) {
      const [step] = this.#ready.splice(this.#random.below(this.#ready.length), 1);
      if (!step?.host.isAlive) continue;
      if (step.host.pausedUntilMs <= this.nowMs) return step;
      this.after(step.host, step.host.pausedUntilMs - this.nowMs, step.run);
    }
    return undefined;
  }

  #collectDue(): void {
    for (let timer = this.#timers.at(-1); timer; timer = this.#timers.at(-1)) {
      if (timer.isCancelled || !timer.host.isAlive) this.#timers.pop();
      else if (timer.atMs <= this.nowMs) this.#ready.push(...this.#timers.splice(-1));
      else return;
    }
  }
}

/** Resolves when all real code has run as far as it gets without a step: ticks come after every promise there is. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve);
  });
}

export function createHost(name: string): Host {
  return { name, isAlive: true, pausedUntilMs: 0, clockOffsetMs: 0 };
}

/** The clock of a host, which only the scheduler moves. */
export function createHostClock(scheduler: Scheduler, host: Host): Clock {
  return {
    now: () => new Date(Math.floor(scheduler.nowMs + host.clockOffsetMs)),
    monotonicMs: () => scheduler.nowMs,
    sleep(ms, signal) {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const wakeUp = () => {
          cancel();
          resolve();
        };
        const cancel = scheduler.after(host, ms, () => {
          signal?.removeEventListener('abort', wakeUp);
          resolve();
        });
        signal?.addEventListener('abort', wakeUp, { once: true });
      });
    },
    every(ms, call) {
      let cancel = () => {};
      const again = () => {
        cancel = scheduler.after(host, ms, () => {
          again();
          call();
        });
      };
      again();
      return () => cancel();
    },
  };
}
