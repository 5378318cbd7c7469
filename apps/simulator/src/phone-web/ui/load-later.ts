import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A component that is fetched when it is first shown. */
export function loadLater<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await load() }));
}
