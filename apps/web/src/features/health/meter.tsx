import type { ReactNode } from 'react';
import styles from './health.module.css';

interface MeterProps {
  readonly label: string;
  readonly value: number;
  /** The whole bar. */
  readonly most: number;
  /** Up to where it may go now, where that is less. */
  readonly allowed?: number;
  /** The values in words. */
  readonly text: string;
  readonly children?: ReactNode;
}

/** How much of what is allowed is used. */
export function Meter({ label, value, most, allowed = most, text, children }: MeterProps) {
  const share = (part: number) => `${Math.min(100, most === 0 ? 0 : (part / most) * 100)}%`;
  return (
    <div className={styles.meter}>
      <p className={styles.meterWords}>
        <span>{label}</span>
        <span>{text}</span>
      </p>
      <div
        className={styles.bar}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={Math.min(value, most)}
        aria-valuetext={text}
      >
        <span className={styles.allowed} style={{ width: share(allowed) }} />
        <span className={styles.used} data-full={value >= allowed} style={{ width: share(value) }} />
      </div>
      {children === undefined ? null : <p className={styles.note}>{children}</p>}
    </div>
  );
}
