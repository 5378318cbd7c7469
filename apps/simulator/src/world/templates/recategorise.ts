import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import { planTask } from '../tasks/plan-task.ts';
import { refOf } from './tell-template.ts';

interface Recategorised {
  readonly templateId: string;
  readonly category: string;
}

/** Announces that a template belongs to another category; it changes at the end of the notice. */
export function announceCategory(simulation: Simulation, { templateId, category }: Recategorised): void {
  const { world, commit, clock } = simulation;
  const template = world.templates.get(templateId);
  if (!template || template.category === category) return;
  const at = clock.now() + world.settings.templates.recategoriseNoticeMs;
  commit({ kind: 'entities', entities: { templates: [{ ...template, correctCategory: category }] } });
  notify(simulation, {
    field: 'template_category_update',
    wabaId: template.wabaId,
    value: {
      ...refOf(template),
      // The announcement names the category it still has.
      new_category: template.category,
      correct_category: category,
      category_update_timestamp: Math.floor(at / 1000),
    },
  });
  planTask(simulation, 'template-recategorised', at, { templateId, category });
}

/** Messages sent from now on are charged as the new category. */
export function changeCategory(
  simulation: Simulation,
  { templateId, category }: Recategorised,
  at: number,
): void {
  const template = simulation.world.templates.get(templateId);
  if (!template || template.correctCategory !== category || template.status === 'DELETED') return;
  const changed = {
    ...template,
    category,
    previousCategory: template.category,
    correctCategory: undefined,
  };
  simulation.commit({ kind: 'entities', entities: { templates: [changed] } });
  notify(simulation, {
    field: 'template_category_update',
    wabaId: template.wabaId,
    value: { ...refOf(template), previous_category: template.category, new_category: category },
    at,
  });
}
