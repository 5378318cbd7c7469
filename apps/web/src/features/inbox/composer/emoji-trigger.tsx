import { useLingui } from '@lingui/react/macro';
import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { Smile } from 'lucide-react';
import type { ComponentProps } from 'react';

export function EmojiTrigger(props: ActionIconProps & ComponentProps<'button'>) {
  const { t } = useLingui();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={38}
      title={t`Emoji (E)`}
      aria-label={t`Emoji (E)`}
      aria-haspopup="dialog"
      {...props}
    >
      <Smile size={20} aria-hidden />
    </ActionIcon>
  );
}
