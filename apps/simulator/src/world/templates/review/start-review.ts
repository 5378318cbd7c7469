import type { Simulation } from '../../../simulation.ts';
import type { Template } from '../../entities.ts';
import { planTask } from '../../tasks/plan-task.ts';
import { finishReview } from './finish-review.ts';

/** Starts the review of a template that is PENDING; without a delay it has ended when this returns. */
export function startReview(simulation: Simulation, { id }: Pick<Template, 'id'>): void {
  const { world, clock, random } = simulation;
  const { min, max } = world.settings.templates.reviewDelayMs;
  const delayMs = random.integer(min, max);
  const input = { templateId: id, startedAt: clock.now() };
  if (delayMs === 0) finishReview(simulation, input, clock.now());
  else planTask(simulation, 'template-reviewed', clock.now() + delayMs, input);
}
