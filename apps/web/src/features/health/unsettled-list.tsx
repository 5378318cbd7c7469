import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { largestSelection, type UnsettledMessage, type UnsettledState } from '@renkei/contract';
import { Check, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import styles from './health.module.css';
import { UnsettledRow } from './unsettled-row.tsx';
import { useSettle } from './use-settle.tsx';

interface UnsettledListProps {
  readonly items: readonly UnsettledMessage[];
  readonly state: UnsettledState;
}

/** The messages, each with a box, and what can be done with those that are chosen. */
export function UnsettledList({ items, state }: UnsettledListProps) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setIsAsking] = useState(false);
  const { resend, dismiss, isBusy } = useSettle(() => {
    setChosen(new Set());
    setIsAsking(false);
  });
  const canAct = items.some(({ actions }) => actions.length > 0);
  // One that has left the list meanwhile is not chosen any more.
  const taken = items.filter(({ id }) => chosen.has(id));
  const ids = taken.map(({ id }) => id);
  const resendable = taken.filter(({ actions }) => actions.includes('resend')).map(({ id }) => id);
  const selectable = items.slice(0, largestSelection);
  const toggle = (id: string, isWanted: boolean) => {
    const next = new Set(chosen);
    if (isWanted) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  // Sent again, an unconfirmed message may arrive twice: that is asked for once more.
  const askOrResend = () => (state === 'unconfirmed' ? setIsAsking(true) : resend(resendable));
  return (
    <>
      {canAct ? (
        <div className={styles.selection}>
          <Checkbox
            size="xs"
            label={<Trans>All</Trans>}
            aria-label={t`Choose all messages shown`}
            checked={ids.length > 0 && ids.length === selectable.length}
            indeterminate={ids.length > 0 && ids.length < selectable.length}
            onChange={({ currentTarget }) =>
              setChosen(new Set(currentTarget.checked ? selectable.map(({ id }) => id) : []))
            }
          />
          <span className={styles.chosen} role="status">
            {ids.length === 0 ? null : <Plural value={ids.length} one="# chosen" other="# chosen" />}
          </span>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<RotateCw size={14} aria-hidden />}
            disabled={resendable.length === 0 || isBusy}
            onClick={askOrResend}
          >
            <Trans>Send again</Trans>
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Check size={14} aria-hidden />}
            disabled={ids.length === 0 || isBusy}
            onClick={() => dismiss(ids)}
          >
            <Trans>Leave as they are</Trans>
          </Button>
        </div>
      ) : null}
      <ul className={styles.list}>
        {items.map((item) => (
          <UnsettledRow
            key={item.id}
            item={item}
            isChosen={chosen.has(item.id)}
            onChoose={(isWanted) => toggle(item.id, isWanted)}
          />
        ))}
      </ul>
      {isAsking ? (
        <ConfirmDialog
          title={<Trans>Send again?</Trans>}
          action={<Trans>Send again</Trans>}
          isBusy={isBusy}
          onConfirm={() => resend(resendable)}
          onClose={() => setIsAsking(false)}
        >
          <Plural
            value={resendable.length}
            one="This message may have arrived already. Then the customer gets it twice."
            other="These # messages may have arrived already. Then the customers get them twice."
          />
        </ConfirmDialog>
      ) : null}
    </>
  );
}
