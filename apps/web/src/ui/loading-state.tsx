import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './loading-state.module.css';

/** Never a spinner without a word. */
export function LoadingState({ children }: { readonly children: ReactNode }) {
  return (
    <output className={styles.root}>
      <Loader size="sm" type="dots" aria-hidden />
      <span>{children}</span>
    </output>
  );
}
