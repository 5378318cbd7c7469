import type { ReactNode } from 'react';
import styles from './card.module.css';

interface CardProps {
  readonly title?: ReactNode;
  readonly children: ReactNode;
}

export function Card({ title, children }: CardProps) {
  return (
    <section className={styles.root}>
      {title === undefined ? null : <h3 className={styles.title}>{title}</h3>}
      {children}
    </section>
  );
}
