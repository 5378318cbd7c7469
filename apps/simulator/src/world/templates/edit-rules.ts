import type { Template } from '../entities.ts';

const dayMs = 24 * 60 * 60 * 1000;
const mostEditsPerMonth = 10;

/** Why a template cannot be edited now; undefined when it can. */
export type EditObstacle = 'status' | 'category' | 'daily' | 'monthly';

const editable: ReadonlySet<string> = new Set(['APPROVED', 'REJECTED', 'PAUSED']);

/**
 * Approved templates can be edited once in 24 hours and ten times in 30 days, and keep their category; rejected and
 * paused ones freely (Meta: template management).
 */
export function findEditObstacle(
  template: Pick<Template, 'status' | 'category' | 'editedAt'>,
  { category }: { readonly category: string },
  at: number,
): EditObstacle | undefined {
  if (!editable.has(template.status)) return 'status';
  if (template.status !== 'APPROVED') return undefined;
  if (category !== template.category) return 'category';
  const edits = (template.editedAt ?? []).filter((time) => time > at - 30 * dayMs);
  if (edits.some((time) => time > at - dayMs)) return 'daily';
  return edits.length >= mostEditsPerMonth ? 'monthly' : undefined;
}

/** The edits that still count, with one more if the template is approved. */
export function noteEdit({ status, editedAt = [] }: Template, at: number): readonly number[] {
  const recent = editedAt.filter((time) => time > at - 30 * dayMs);
  return status === 'APPROVED' ? [...recent, at] : recent;
}
