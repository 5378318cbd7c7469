import type { Template } from '../entities.ts';
import type { Settings } from '../settings.ts';

/** Whether a send of this template is held: the first ones of a new template go out, the rest waits. */
export function isHeld(template: Template, { pacingFirstSends }: Settings['templates']): boolean {
  if (pacingFirstSends === null || !isPaced(template)) return false;
  return (template.pacing?.sentCount ?? 0) >= pacingFirstSends;
}

/** Templates that have not proved themselves yet; those of the world's beginning have. */
export function isPaced(template: Template): boolean {
  return template.createdAt !== undefined && template.pacing?.state !== 'released';
}
