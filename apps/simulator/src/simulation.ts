import type { EventEmitter } from 'node:events';
import type { FaultState } from './control/faults.ts';
import type { CallUsage } from './graph/usage/call-usage.ts';
import type { RateLimiter } from './world/limits/rate-limiter.ts';
import type { MediaStore } from './world/media/media-store.ts';
import type { WorldRecord } from './world/records/registry.ts';
import type { WorldClock } from './world/time/clock.ts';
import type { Random } from './world/time/random.ts';
import type { Scheduler } from './world/time/scheduler.ts';
import type { World } from './world/world.ts';

/**
 * One running simulated Meta. `commit` is the only way to change the world: it writes the record to the journal,
 * applies it and tells the listeners, in this order.
 */
export interface Simulation {
  readonly world: World;
  readonly clock: WorldClock;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly media: MediaStore;
  readonly faults: FaultState;
  readonly rates: RateLimiter;
  /** The hourly budgets of management calls. */
  readonly usage: CallUsage;
  /** What passes without leaving a trace in the world, such as the typing indicator. */
  readonly signals: EventEmitter<Signals>;
  /** Where the simulator itself is reached, such as `http://127.0.0.1:7400`. */
  readonly origin: () => string;
  readonly commit: (record: WorldRecord) => void;
  readonly onCommit: (listener: (record: WorldRecord) => void) => void;
  /** Another world in the place of this one; the journal begins with it. */
  readonly restore: (saved: string, clock: ReturnType<WorldClock['state']>) => void;
  /** An empty world, and an empty journal and media store; what was scheduled is forgotten. */
  readonly clear: () => void;
}

export interface Signals {
  /** The business types to this person: shown for 25 s or until its message comes. */
  typing: [{ readonly phoneNumberId: string; readonly waId: string }];
}
