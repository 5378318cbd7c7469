import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from '../content.module.css';

interface OriginProps {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** A small line that says how the content came about. */
export function Origin({ icon: Icon, children }: OriginProps) {
  return (
    <p className={styles.origin}>
      <Icon size={13} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
