import type { World } from '../../world/world.ts';
import { templateRefused } from './template-input.ts';

/** Every sample of a header must have been uploaded (Resumable Upload API). */
export function checkHandles(world: World, components: unknown): void {
  const unknown = listHandles(components).find((handle) => !isSample(world, handle));
  if (unknown === undefined) return;
  throw templateRefused(
    undefined,
    'Sample not found',
    `The header handle ${unknown.slice(0, 40)} is not one of an uploaded file.`,
  );
}

/** An address that was read out of another template is taken, too, as tools that copy templates send it. */
function isSample(world: World, handle: string): boolean {
  return world.handles.has(handle) || /^https?:\/\//.test(handle);
}

function listHandles(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(listHandles);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'header_handle' && Array.isArray(value) ? value.map(String) : listHandles(value),
  );
}
