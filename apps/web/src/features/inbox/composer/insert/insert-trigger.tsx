import { useLingui } from '@lingui/react/macro';
import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { ComponentProps } from 'react';

export function InsertTrigger(props: ActionIconProps & ComponentProps<'button'>) {
  const { t } = useLingui();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={38}
      title={t`Attach (/)`}
      aria-label={t`Attach`}
      aria-haspopup="dialog"
      {...props}
    >
      <Plus size={21} aria-hidden />
    </ActionIcon>
  );
}
