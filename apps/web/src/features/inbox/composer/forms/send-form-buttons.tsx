import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import type { Problem } from '@renkei/contract';
import { CalendarClock, SendHorizontal } from 'lucide-react';
import { useId, useState } from 'react';
import { useLocalized } from '../../../../lib/i18n.ts';
import { Hint } from '../../../../ui/hint.tsx';
import { ScheduleDialog } from '../../dialogs/schedule-dialog.tsx';
import type { Fault } from '../fields/field.ts';
import styles from './message-form.module.css';

interface SendFormButtonsProps {
  readonly faults: readonly Fault[];
  readonly refusal: Problem | null;
  /** The end of the customer service window; null: what is sent may go at any time, as templates may. */
  readonly closesAt: string | null;
  /** Shows what is in the way, if anything is; whether it can be sent. */
  readonly onCheck: () => boolean;
  /** Now, or at the time given. */
  readonly onSend: (sendAt?: string) => void;
}

/** Stay in the order of the Tab key while they can do nothing, say why, and lead to what is missing. */
export function SendFormButtons({ faults, refusal, closesAt, onCheck, onSend }: SendFormButtonsProps) {
  const { t } = useLingui();
  const localized = useLocalized();
  const reasonId = useId();
  const [isScheduling, setIsScheduling] = useState(false);
  const reason =
    faults.length > 0 ? (
      <Plural
        value={faults.length}
        one="One thing is still missing or wrong"
        other="# things are still missing or wrong"
      />
    ) : refusal === null ? null : (
      localized(refusal.title)
    );
  const disabled = {
    'aria-disabled': reason !== null,
    'data-disabled': reason !== null || undefined,
    'aria-describedby': reasonId,
  } as const;
  return (
    <span className={styles.sending}>
      <span className={styles.reason} id={reasonId}>
        {reason}
      </span>
      <Hint label={t`Send at a chosen time`}>
        <ActionIcon
          size={36}
          variant="default"
          onClick={() => onCheck() && setIsScheduling(true)}
          {...disabled}
          aria-label={t`Send at a chosen time`}
        >
          <CalendarClock size={17} aria-hidden />
        </ActionIcon>
      </Hint>
      <Hint label={t`Send (Ctrl+Enter)`}>
        <Button leftSection={<SendHorizontal size={16} aria-hidden />} onClick={() => onSend()} {...disabled}>
          <Trans>Send</Trans>
        </Button>
      </Hint>
      {isScheduling ? (
        <ScheduleDialog
          closesAt={closesAt}
          onChoose={(sendAt) => {
            setIsScheduling(false);
            onSend(sendAt);
          }}
          onClose={() => setIsScheduling(false)}
        />
      ) : null}
    </span>
  );
}
