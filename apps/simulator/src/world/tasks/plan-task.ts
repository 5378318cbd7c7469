import type { Simulation } from '../../simulation.ts';
import type { TaskInputs, TaskName } from './task-inputs.ts';

/** Makes something happen at a date of the world (world ms), however the clock gets there. */
export function planTask<Name extends TaskName>(
  { random, commit }: Pick<Simulation, 'random' | 'commit'>,
  name: Name,
  at: number,
  input: TaskInputs[Name],
): void {
  commit({ kind: 'task-planned', task: { id: random.base62(12), name, at, input: { ...input } } });
}
