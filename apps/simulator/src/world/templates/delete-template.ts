import type { Simulation } from '../../simulation.ts';
import type { Template } from '../entities.ts';
import { planTask } from '../tasks/plan-task.ts';
import { tellStatus } from './tell-template.ts';

/**
 * Deletes a template. The name of an approved one is locked for 30 days; with messages under way it stays
 * PENDING_DELETION for as long, so that they can still arrive (Meta: template management).
 */
export function deleteTemplate(simulation: Simulation, template: Template): void {
  const { world, commit, clock } = simulation;
  const lockedUntil = clock.now() + world.settings.templates.nameLockMs;
  if ((world.undelivered.get(template.id) ?? 0) > 0) {
    const pending = { ...template, status: 'PENDING_DELETION' };
    commit({ kind: 'entities', entities: { templates: [pending] } });
    tellStatus(simulation, pending, 'PENDING_DELETION', { reason: null });
    planTask(simulation, 'template-deleted', lockedUntil, { templateId: template.id });
    return;
  }
  const nameLockedUntil = template.status === 'APPROVED' ? lockedUntil : undefined;
  commit({ kind: 'template-deleted', templateId: template.id, nameLockedUntil });
  tellStatus(simulation, { ...template, status: 'DELETED' }, 'DELETED');
}

/** The end of PENDING_DELETION. */
export function finishDeletion(
  simulation: Simulation,
  { templateId }: { readonly templateId: string },
  at: number,
): void {
  const template = simulation.world.templates.get(templateId);
  if (template?.status !== 'PENDING_DELETION') return;
  simulation.commit({ kind: 'template-deleted', templateId });
  tellStatus(simulation, { ...template, status: 'DELETED' }, 'DELETED', {}, at);
}

/** The end of an archived template, unless it came back meanwhile. */
export function deleteArchived(
  simulation: Simulation,
  { templateId, archivedAt }: { readonly templateId: string; readonly archivedAt: number },
  at: number,
): void {
  const template = simulation.world.templates.get(templateId);
  if (template?.status !== 'ARCHIVED' || template.archivedAt !== archivedAt) return;
  simulation.commit({ kind: 'template-deleted', templateId });
  tellStatus(simulation, { ...template, status: 'DELETED' }, 'DELETED', {}, at);
}
