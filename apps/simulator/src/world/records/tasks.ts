import type { JsonObject } from '../entities.ts';
import type { World } from '../world.ts';

/** Something that happens by itself at a date of the world: the end of a review, of a pause, of a notice. */
export interface Task {
  readonly id: string;
  /** What happens, by its name in the registry of tasks. */
  readonly name: string;
  /** World ms. */
  readonly at: number;
  readonly input: JsonObject;
}

/** Tasks are in the journal, so that a restarted simulator still knows what it owes. */
export const taskRecords = {
  'task-planned': (world: World, { task }: { readonly task: Task }) => {
    world.tasks.set(task.id, task);
  },
  'task-ended': (world: World, { id }: { readonly id: string }) => {
    world.tasks.delete(id);
  },
};
