import type { ComponentProps } from 'react';
import styles from './buttons.module.css';

export function Button({
  tone = 'plain',
  ...rest
}: ComponentProps<'button'> & { tone?: 'plain' | 'accent' | 'text' }) {
  return <button type="button" className={styles.button} data-tone={tone} {...rest} />;
}
