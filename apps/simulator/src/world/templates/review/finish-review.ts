import type { Simulation } from '../../../simulation.ts';
import type { Template } from '../../entities.ts';
import { tellStatus } from '../tell-template.ts';
import { reviewTemplate } from './review-template.ts';

/** The end of a review: the verdict is in the template, and told. */
export function finishReview(
  simulation: Simulation,
  { templateId }: { readonly templateId: string; readonly startedAt: number },
  at: number,
): void {
  const { world, commit } = simulation;
  const template = world.templates.get(templateId);
  if (template?.status !== 'PENDING') return;
  const others = [...world.templates.values()].filter(
    ({ wabaId, status }) => wabaId === template.wabaId && status !== 'DELETED',
  );
  const { verdicts } = world.settings.templates;
  const { status, category, reason, info } = reviewTemplate({ template, others, verdicts, at });
  const isRejected = status === 'REJECTED';
  const reviewed: Template = {
    ...template,
    status,
    category,
    previousCategory: category === template.category ? template.previousCategory : template.category,
    rejectedReason: isRejected ? reason : undefined,
    // A refused edit does not take the version away that was approved before.
    live: isRejected ? template.live : undefined,
  };
  commit({ kind: 'entities', entities: { templates: [reviewed] } });
  const more = { reason, ...(info ? { rejection_info: info } : {}) };
  tellStatus(simulation, reviewed, status, more, at);
}
