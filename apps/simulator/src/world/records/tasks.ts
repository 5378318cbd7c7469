import type { Task } from '../tasks/task.ts';
import type { World } from '../world.ts';

/** Tasks are in the journal, so that a restarted simulator still knows what it owes. */
export const taskRecords = {
  'task-planned': (world: World, { task }: { readonly task: Task }) => {
    world.tasks.set(task.id, task);
  },
  'task-ended': (world: World, { id }: { readonly id: string }) => {
    world.tasks.delete(id);
  },
};
