import { z } from 'zod';
import type { Simulation } from '../simulation.ts';

export const clockChangeSchema = z.strictObject({
  /** World time minus real time. */
  offsetMs: z.number().optional(),
  /** World ms to stop at; null lets the clock run again. */
  freezeAt: z.number().nullable().optional(),
  advanceMs: z.number().min(0).optional(),
});

/** Moves the world clock. Whatever waits for a time that is now past happens at once. */
export function moveClock(simulation: Simulation, change: z.infer<typeof clockChangeSchema>) {
  const { clock, commit, scheduler } = simulation;
  clock.move(change);
  commit({ kind: 'clock', ...clock.state() });
  scheduler.wake();
  return showClock(simulation);
}

export function showClock({ clock }: Simulation) {
  const now = clock.now();
  return { now, iso: new Date(now).toISOString(), ...clock.state() };
}

export type ClockState = ReturnType<typeof showClock>;
