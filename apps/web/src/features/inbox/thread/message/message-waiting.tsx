import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { CalendarClock, Undo2 } from 'lucide-react';
import { formatDateTime } from '../../../../lib/format-time.ts';
import { holdTitles } from '../../../../lib/hold-titles.ts';
import { useLanguage } from '../../../../lib/i18n.ts';
import { useNow } from '../../../../lib/use-now.ts';
import { useTakeBack } from '../../data/use-take-back.ts';
import styles from './message-waiting.module.css';

/** Why a message of ours has not gone yet, until when it waits, and the way to take it back. */
export function MessageWaiting({ message }: { readonly message: Message }) {
  const { state, hold, sendAt } = message;
  if (state !== 'queued' || (hold === null && sendAt === null)) return null;
  return <Waiting message={message} />;
}

function Waiting({ message }: { readonly message: Message }) {
  const { i18n } = useLingui();
  const language = useLanguage();
  const { takeBack, isBusy } = useTakeBack();
  const now = useNow(10_000);
  const { hold, sendAt } = message;
  const isScheduled = sendAt !== null && Date.parse(sendAt) > now;
  if (hold === null && !isScheduled) return null;
  return (
    <div className={styles.root}>
      <CalendarClock size={14} aria-hidden />
      <p>
        {hold === null ? null : <>{i18n._(holdTitles[hold.reason])} </>}
        {isScheduled ? <Trans>Goes out on {formatDateTime(sendAt, language)}.</Trans> : null}
        {isScheduled || !hold?.until || hold.reason === 'order' ? null : (
          <Trans>Waits until {formatDateTime(hold.until, language)}.</Trans>
        )}
      </p>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<Undo2 size={13} aria-hidden />}
        loading={isBusy}
        onClick={() => takeBack(message.id)}
      >
        <Trans>Take back</Trans>
      </Button>
    </div>
  );
}
