import type { ReactNode } from 'react';
import styles from './alert-dot.module.css';

/** A dot that says that something waits to be seen; its words are for those who cannot see it. */
export function AlertDot({ children }: { readonly children: ReactNode }) {
  return (
    <span className={styles.root}>
      <span className="visually-hidden">{children}</span>
    </span>
  );
}
