import type { ContentKind } from '@renkei/contract';
import { type ComponentType, lazy, Suspense } from 'react';
import styles from './content.module.css';
import type { ContentViewProps } from './view-props.ts';

type View<Kind extends ContentKind> = ComponentType<ContentViewProps<Kind>>;

/**
 * A view that is fetched when the first message of its kind is shown: most threads have few kinds. Meanwhile its place
 * is kept, about as high as such messages are, so that what is being read does not move.
 */
export function lazyView<Kind extends ContentKind>(
  load: () => Promise<View<Kind>>,
  heightPixels: number,
): View<Kind> {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function LazyView(props) {
    return (
      <Suspense fallback={<div className={styles.loading} style={{ height: heightPixels }} aria-busy />}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
