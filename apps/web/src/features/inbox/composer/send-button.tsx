import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { CalendarClock, SendHorizontal } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazyWithWords } from '../../../lib/lazy-with-words.ts';
import { Hint } from '../../../ui/hint.tsx';

const ScheduleDialog = lazyWithWords(
  async () => (await import('../dialogs/schedule-dialog.tsx')).ScheduleDialog,
);

interface SendButtonProps {
  readonly canSend: boolean;
  readonly isUploading: boolean;
  /** The end of the customer service window. */
  readonly closesAt: string | null;
  /** Now, or at the time given. */
  readonly onSend: (sendAt?: string) => void;
}

/** Now or later. Stays in the order of the Tab key while it can do nothing, and says why. */
export function SendButton({ canSend, isUploading, closesAt, onSend }: SendButtonProps) {
  const { t } = useLingui();
  const [isScheduling, setIsScheduling] = useState(false);
  const disabled = { 'aria-disabled': !canSend, 'data-disabled': !canSend || undefined } as const;
  return (
    <>
      {closesAt === null ? null : (
        <Hint label={t`Send at a chosen time`}>
          <ActionIcon
            size={34}
            radius="xl"
            variant="subtle"
            color="gray"
            onClick={() => canSend && setIsScheduling(true)}
            {...disabled}
            aria-label={t`Send at a chosen time`}
          >
            <CalendarClock size={18} aria-hidden />
          </ActionIcon>
        </Hint>
      )}
      <Hint label={isUploading ? t`The files are still being uploaded` : t`Send (Enter)`}>
        <ActionIcon size={38} radius="xl" onClick={() => onSend()} {...disabled} aria-label={t`Send (Enter)`}>
          <SendHorizontal size={18} aria-hidden />
        </ActionIcon>
      </Hint>
      {isScheduling && closesAt !== null ? (
        <Suspense fallback={null}>
          <ScheduleDialog
            closesAt={closesAt}
            onChoose={(sendAt) => {
              setIsScheduling(false);
              onSend(sendAt);
            }}
            onClose={() => setIsScheduling(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
