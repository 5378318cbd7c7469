import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadLaterWords } from './i18n.ts';

/** A component that is fetched when it is first shown, with the sentences that did not come with the page. */
export function lazyWithWords<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), loadLaterWords()]);
    return { default: component };
  });
}
