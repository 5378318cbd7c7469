import type { Simulation } from '../../simulation.ts';
import type { Template } from '../entities.ts';
import { planTask } from '../tasks/plan-task.ts';
import { tellStatus } from './tell-template.ts';

const pauseTitles = ['FIRST_PAUSE', 'SECOND_PAUSE'];

/** Low quality: paused for 3 h, then for 6 h, and the third time disabled (Meta: template pausing). */
export function pauseTemplate(simulation: Simulation, templateId: string): void {
  const { world, clock } = simulation;
  const template = world.templates.get(templateId);
  if (template?.status !== 'APPROVED') return;
  const pauseCount = template.pauseCount ?? 0;
  const pauseMs = world.settings.templates.pausesMs[pauseCount];
  if (pauseMs === undefined) return disableTemplate(simulation, template);
  const paused = { ...template, status: 'PAUSED', pauseCount: pauseCount + 1 };
  put(simulation, paused);
  const hours = pauseMs / 3_600_000;
  tellStatus(simulation, paused, 'PAUSED', {
    other_info: {
      title: pauseTitles[pauseCount] ?? 'RATE_LIMITING_PAUSE',
      description: `Your message template has been paused for ${hours} hours until ${isoHour(clock.now() + pauseMs)} because it had issues.`,
    },
  });
  const input = { templateId, pauseCount: paused.pauseCount };
  planTask(simulation, 'template-unpaused', clock.now() + pauseMs, input);
}

/** The end of a pause, unless the template was changed, deleted or paused anew meanwhile. */
export function endPause(
  simulation: Simulation,
  { templateId, pauseCount }: { readonly templateId: string; readonly pauseCount: number },
  at: number,
): void {
  const template = simulation.world.templates.get(templateId);
  if (template?.status !== 'PAUSED' || template.pauseCount !== pauseCount) return;
  unpauseTemplate(simulation, template, at);
}

/** Sends again, by the end of a pause or by hand; what pacing stopped starts from the beginning. */
export function unpauseTemplate(simulation: Simulation, template: Template, at: number): void {
  const approved = { ...template, status: 'APPROVED', quality: undefined, pacing: undefined };
  put(simulation, approved);
  const other = { other_info: { title: 'UNPAUSE', description: 'Your message template is active again.' } };
  tellStatus(simulation, approved, 'REINSTATED', other, at);
}

function disableTemplate(simulation: Simulation, template: Template): void {
  const disabled = { ...template, status: 'DISABLED' };
  put(simulation, disabled);
  tellStatus(simulation, disabled, 'DISABLED', {
    disable_info: { disable_date: Math.floor(simulation.clock.now() / 1000) },
    other_info: { title: 'DISABLED', description: 'Your message template was paused too often.' },
  });
}

function put({ commit }: Simulation, template: Template): void {
  commit({ kind: 'entities', entities: { templates: [template] } });
}

function isoHour(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
