import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './state-badge.module.css';

interface StateBadgeProps {
  readonly tone: 'good' | 'bad' | 'quiet';
  readonly children: ReactNode;
}

/** In what state a thing of the settings is, at the head of its card. */
export function StateBadge({ tone, children }: StateBadgeProps) {
  return (
    <Badge className={styles.root} data-tone={tone} variant="light">
      {children}
    </Badge>
  );
}
