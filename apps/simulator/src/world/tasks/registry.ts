import type { Simulation } from '../../simulation.ts';
import { missCall } from '../calls/calls.ts';
import { checkCompanion, checkPrimary } from '../coexistence/heartbeat.ts';
import {
  changeMessagingLimit,
  finishThroughputUpgrade,
  refuseGrowth,
  startThroughputUpgrade,
} from '../limits/change-limits.ts';
import { finishNameReview } from '../numbers/review-name.ts';
import { finishOfficialReview } from '../numbers/review-official-account.ts';
import { deleteArchived, finishDeletion } from '../templates/delete-template.ts';
import { decidePacing } from '../templates/pacing.ts';
import { endPause } from '../templates/pause-template.ts';
import { changeCategory } from '../templates/recategorise.ts';
import { finishReview } from '../templates/review/finish-review.ts';
import type { Task } from './task.ts';
import type { TaskInputs, TaskName } from './task-inputs.ts';

/** Each task is told the date it was planned for, which may be past when the clock has jumped. */
const tasks: {
  readonly [Name in TaskName]: (simulation: Simulation, input: TaskInputs[Name], at: number) => void;
} = {
  'call-missed': missCall,
  'name-reviewed': finishNameReview,
  'official-account-reviewed': finishOfficialReview,
  'template-reviewed': finishReview,
  'template-unpaused': endPause,
  'template-recategorised': changeCategory,
  'template-deleted': finishDeletion,
  'archived-deleted': deleteArchived,
  'pacing-decided': decidePacing,
  'limit-grown': changeMessagingLimit,
  'growth-refused': refuseGrowth,
  'throughput-upgrade': startThroughputUpgrade,
  'throughput-upgraded': finishThroughputUpgrade,
  'primary-idle': checkPrimary,
  'companion-idle': checkCompanion,
};

export function runTask(simulation: Simulation, { name, input, at }: Task): void {
  if (!Object.hasOwn(tasks, name)) throw new Error(`No task is called ${name}`);
  // A task was planned with its own input; the journal keeps only that it is an object.
  const run = tasks[name as TaskName] as (simulation: Simulation, input: unknown, at: number) => void;
  run(simulation, input, at);
}
