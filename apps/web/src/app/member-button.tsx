import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useSession } from '../lib/queries.ts';
import { Avatar } from '../ui/avatar.tsx';
import styles from './rail.module.css';

export function MemberButton(props: ComponentProps<'button'>) {
  const { t } = useLingui();
  const { member } = useSession();
  return (
    <UnstyledButton
      className={styles.member}
      aria-label={t`Your account: ${member.name}`}
      aria-haspopup="menu"
      {...props}
    >
      <Avatar name={member.name} seed={member.id} size="small" />
    </UnstyledButton>
  );
}
