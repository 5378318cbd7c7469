import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { SendHorizontal } from 'lucide-react';

interface SendButtonProps {
  readonly canSend: boolean;
  readonly isUploading: boolean;
  readonly onSend: () => void;
}

/** Stays in the order of the Tab key while it can do nothing, and says why. */
export function SendButton({ canSend, isUploading, onSend }: SendButtonProps) {
  const { t } = useLingui();
  return (
    <Tooltip label={isUploading ? t`The files are still being uploaded` : t`Send (Enter)`}>
      <ActionIcon
        size={38}
        radius="xl"
        onClick={onSend}
        aria-disabled={!canSend}
        data-disabled={!canSend || undefined}
        aria-label={t`Send (Enter)`}
      >
        <SendHorizontal size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
