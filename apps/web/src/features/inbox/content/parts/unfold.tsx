import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './parts.module.css';

interface UnfoldProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
}

/** A button of the message that opens what lies behind it. */
export function Unfold({ label, children }: UnfoldProps) {
  return (
    <details className={styles.unfold}>
      <summary>
        <span>{label}</span>
        <ChevronDown size={15} aria-hidden />
      </summary>
      <div className={styles.unfolded}>{children}</div>
    </details>
  );
}
