import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { Check, RotateCw } from 'lucide-react';
import styles from './health.module.css';

interface SelectionBarProps {
  readonly chosenCount: number;
  readonly isAll: boolean;
  readonly canResend: boolean;
  readonly canDismiss: boolean;
  readonly onChooseAll: (isWanted: boolean) => void;
  readonly onResend: () => void;
  readonly onDismiss: () => void;
}

/** How many messages are chosen, and what can be done with them. */
export function SelectionBar(props: SelectionBarProps) {
  const { chosenCount, isAll, canResend, canDismiss, onChooseAll, onResend, onDismiss } = props;
  const { t } = useLingui();
  return (
    <div className={styles.selection}>
      <Checkbox
        size="xs"
        label={<Trans>All</Trans>}
        aria-label={t`Choose all messages shown`}
        checked={isAll}
        indeterminate={chosenCount > 0 && !isAll}
        onChange={({ currentTarget }) => onChooseAll(currentTarget.checked)}
      />
      <span className={styles.chosen} role="status">
        {chosenCount === 0 ? null : <Plural value={chosenCount} one="# chosen" other="# chosen" />}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<RotateCw size={14} aria-hidden />}
        disabled={!canResend}
        onClick={onResend}
      >
        <Trans>Send again</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Check size={14} aria-hidden />}
        disabled={!canDismiss}
        onClick={onDismiss}
      >
        <Trans>Leave as they are</Trans>
      </Button>
    </div>
  );
}
