import type { Random } from '../engine/random.ts';
import { createHost, type Host, type Scheduler } from '../engine/scheduler.ts';
import type { Trace } from '../engine/trace.ts';
import type { Plan } from '../plan.ts';
import type { MemoryDatabase } from '../store/memory-database.ts';

/** What every part of a simulated world shares. */
export interface World {
  readonly plan: Plan;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly database: MemoryDatabase;
  readonly trace: Trace;
  /** The first thing that must never have happened ends the run. */
  readonly violations: string[];
  /** Who listens for wakes. */
  readonly wakeListeners: Set<WakeListener>;
  /** What goes wrong by chance goes wrong only while this is true. */
  isTroubled: boolean;
}

export interface WakeListener {
  readonly host: Host;
  readonly topic: string;
  readonly listen: (detail: string) => void;
}

export const workspaceId = '00000000-0000-7000-8000-000000000001';

/** The network and everything beyond: it neither dies nor pauses. */
export const outside = createHost('outside');

export function tell(
  { trace, scheduler }: Pick<World, 'trace' | 'scheduler'>,
  who: string,
  what: string,
  about?: Readonly<Record<string, unknown>>,
): void {
  if (trace.isOn) trace.tell(scheduler.nowMs, who, what, about);
}

/** Whether this goes wrong now. */
export function goesWrong(world: World, kind: keyof Plan['trouble']): boolean {
  return world.isTroubled && world.random.chance(world.plan.trouble[kind]);
}
