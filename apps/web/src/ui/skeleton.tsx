import type { ReactNode } from 'react';
import styles from './skeleton.module.css';

/** Widths in percent, so that a list that loads looks like a list and not like a table. */
const rows = [62, 48, 70, 40, 56, 66, 44];
const bubbles = [46, 30, 54, 38];

interface SkeletonProps {
  /** What is being loaded, for those who cannot see the shapes. */
  readonly children: ReactNode;
}

/** Conversations that are on their way. */
export function ListSkeleton({ children }: SkeletonProps) {
  return (
    <output className={styles.list}>
      <span className="visually-hidden">{children}</span>
      {rows.map((width) => (
        <span key={width} className={styles.row} aria-hidden>
          <span className={styles.picture} />
          <span className={styles.lines}>
            <span style={{ width: `${width}%` }} />
            <span style={{ width: `${width + 25}%` }} />
          </span>
        </span>
      ))}
    </output>
  );
}

/** Messages that are on their way. */
export function ThreadSkeleton({ children }: SkeletonProps) {
  return (
    <output className={styles.thread}>
      <span className="visually-hidden">{children}</span>
      {bubbles.map((width) => (
        <span key={width} className={styles.bubble} style={{ width: `${width}%` }} aria-hidden />
      ))}
    </output>
  );
}
