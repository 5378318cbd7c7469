import type { ContentKind } from '@renkei/contract';
import { type ComponentType, Suspense } from 'react';
import { loadLaterWords } from '../../../lib/i18n.ts';
import { lazyWithWords } from '../../../lib/lazy-with-words.ts';
import styles from './content.module.css';
import type { ContentViewProps } from './view-props.ts';

type View<Kind extends ContentKind> = ComponentType<ContentViewProps<Kind>>;

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A view that does not come with the page: most threads have few kinds. Until it is here its place is kept, about as
 * high as such messages are, so that what is being read does not move.
 */
export function lazyView<Kind extends ContentKind>(
  load: () => Promise<View<Kind>>,
  heightPixels: number,
): View<Kind> {
  const Loaded = lazyWithWords(load);
  loaders.push(load);
  return function LazyView(props) {
    return (
      <Suspense fallback={<div className={styles.loading} style={{ height: heightPixels }} aria-busy />}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/** Fetches every view while nobody waits, so that later threads stand at once. One that fails is asked for again when it is shown. */
export async function preloadViews(): Promise<void> {
  for (const load of [loadLaterWords, ...loaders]) await load().catch(() => undefined);
}
