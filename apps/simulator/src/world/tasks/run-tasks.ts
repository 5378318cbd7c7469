import type { Simulation } from '../../simulation.ts';
import { runTask } from './registry.ts';
import type { Task } from './task.ts';

/** Runs planned tasks when the world's date reaches them, in order of their dates. */
export interface TaskRunner {
  /** Takes up what was planned before a restart. */
  resume(): void;
  clear(): void;
}

export function runTasks(simulation: Simulation): TaskRunner {
  const { world, clock, scheduler, commit } = simulation;
  let armedFor = Number.POSITIVE_INFINITY;
  let running = false;

  const arm = () => {
    const next = earliest(world.tasks.values());
    // A frozen date comes no nearer; the next move of the clock arms again.
    if (!next || next.at >= armedFor || clock.state().frozenAt !== undefined) return;
    armedFor = next.at;
    scheduler.after(Math.max(0, next.at - clock.now()), () => {
      armedFor = Number.POSITIVE_INFINITY;
      runDue();
    });
  };
  const runDue = () => {
    if (running) return;
    running = true;
    try {
      for (let next = earliest(world.tasks.values()); next && next.at <= clock.now(); ) {
        commit({ kind: 'task-ended', id: next.id });
        runTask(simulation, next);
        next = earliest(world.tasks.values());
      }
    } finally {
      running = false;
    }
    arm();
  };

  simulation.onCommit((record) => {
    if (record.kind === 'task-planned' && !running) arm();
    if (record.kind === 'clock') runDue();
  });
  return {
    resume: runDue,
    clear: () => {
      armedFor = Number.POSITIVE_INFINITY;
    },
  };
}

function earliest(tasks: Iterable<Task>): Task | undefined {
  let first: Task | undefined;
  for (const task of tasks) if (!first || task.at < first.at) first = task;
  return first;
}
