import { Plural, Trans } from '@lingui/react/macro';
import { largestSelection, type UnsettledMessage, type UnsettledState } from '@renkei/contract';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import styles from './health.module.css';
import { SelectionBar } from './selection-bar.tsx';
import { UnsettledRow } from './unsettled-row.tsx';
import { useSettle } from './use-settle.tsx';

interface UnsettledListProps {
  readonly items: readonly UnsettledMessage[];
  readonly state: UnsettledState;
}

/** The messages, each with a box, and what can be done with those that are chosen. */
export function UnsettledList({ items, state }: UnsettledListProps) {
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
        <SelectionBar
          chosenCount={ids.length}
          isAll={ids.length > 0 && ids.length === selectable.length}
          canResend={resendable.length > 0 && !isBusy}
          canDismiss={ids.length > 0 && !isBusy}
          onChooseAll={(isWanted) => setChosen(new Set(isWanted ? selectable.map(({ id }) => id) : []))}
          onResend={askOrResend}
          onDismiss={() => dismiss(ids)}
        />
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
