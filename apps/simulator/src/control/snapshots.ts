import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { encodeWorld } from '../world/snapshots/encode-world.ts';

export const snapshotNameSchema = z.strictObject({
  name: z.string().regex(/^[\w-]{1,64}$/, 'letters, digits, _ and -, at most 64'),
});

/** Keeps the world as it is now, its clock included, under a name; an earlier one of that name is replaced. */
export function takeSnapshot({ simulation, snapshots }: Runtime, name: string): { readonly saved: string } {
  const { world, clock, random } = simulation;
  const saved = { clock: clock.state(), random: random.state(), world: encodeWorld(world) };
  snapshots.save(name, JSON.stringify(saved));
  return { saved: name };
}

const savedSchema = z.object({
  clock: z.object({ offsetMs: z.number(), frozenAt: z.number().optional() }),
  random: z.number().optional(),
  world: z.string(),
});

/**
 * Back to a saved world. What was on its way then is on its way again; what happened since has not happened. Faults stay
 * as they are, rates begin anew, files that a reset has removed are gone.
 */
export function restoreSnapshot(runtime: Runtime, name: string): { readonly restored: string } {
  const text = runtime.snapshots.load(name);
  if (text === undefined) throw new Refusal(404, `No snapshot "${name}"`);
  const { world, clock, random } = savedSchema.parse(JSON.parse(text));
  const { simulation, delivery, progress, tasks, streams } = runtime;
  delivery.clear();
  progress.clear();
  tasks.clear();
  simulation.rates.clear();
  simulation.usage.clear();
  simulation.restore(world, clock);
  if (random !== undefined) simulation.random.restore(random);
  progress.resume();
  delivery.resume();
  tasks.resume();
  streams.worldChanged();
  return { restored: name };
}
