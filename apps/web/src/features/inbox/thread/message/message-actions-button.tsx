import { useLingui } from '@lingui/react/macro';
import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './message-actions.module.css';

export function MessageActionsButton(props: ActionIconProps & ComponentProps<'button'>) {
  const { t } = useLingui();
  return (
    <ActionIcon
      className={styles.trigger}
      variant="subtle"
      color="gray"
      size={28}
      aria-label={t`What to do with this message`}
      aria-haspopup="menu"
      {...props}
    >
      <Ellipsis size={16} aria-hidden />
    </ActionIcon>
  );
}
