import type { Simulation } from '../../simulation.ts';
import type { TaskInput, TaskName } from './registry.ts';

/** Makes something happen at a date of the world (world ms), however the clock gets there. */
export function planTask<Name extends TaskName>(
  { random, commit }: Pick<Simulation, 'random' | 'commit'>,
  name: Name,
  at: number,
  input: TaskInput<Name>,
): void {
  commit({ kind: 'task-planned', task: { id: random.base62(12), name, at, input: { ...input } } });
}
