import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** What a place says while it holds nothing: what belongs here and how it gets here. */
export function EmptyState({ icon: Icon, title, children }: EmptyStateProps) {
  return (
    <div className={styles.root}>
      {Icon === undefined ? null : (
        <span className={styles.icon}>
          <Icon size={26} strokeWidth={1.6} aria-hidden />
        </span>
      )}
      {title === undefined ? null : <h2 className={styles.title}>{title}</h2>}
      <div className={styles.text}>{children}</div>
    </div>
  );
}
