import { Trans } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { ComponentProps } from 'react';
import styles from './edited-mark.module.css';

export function EditedButton(props: ComponentProps<'button'>) {
  return (
    <UnstyledButton className={styles.mark} aria-haspopup="dialog" {...props}>
      <Trans>Edited</Trans>
    </UnstyledButton>
  );
}
