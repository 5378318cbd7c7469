import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { ArrowDown, ArrowUp, type LucideIcon, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './fields.module.css';

interface ListItemProps {
  readonly label: string;
  readonly place: number;
  readonly count: number;
  readonly canRemove: boolean;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** One of a list, with what moves it and what takes it away. */
export function ListItem({ label, place, count, canRemove, onMove, onRemove, children }: ListItemProps) {
  const { t } = useLingui();
  const item = useRef<HTMLLIElement>(null);
  const isNew = useRef(true);
  useEffect(() => {
    // A field that has just been added is the next to be filled in.
    if (isNew.current && document.activeElement?.closest('fieldset') === item.current?.closest('fieldset')) {
      item.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    }
    isNew.current = false;
  }, []);
  const moveTo = (to: number, button: 'up' | 'down') => {
    onMove(place, to);
    const list = item.current?.parentElement;
    // The keyboard goes along with what it moves.
    requestAnimationFrame(() => {
      const buttons = list?.children[to]?.querySelectorAll<HTMLButtonElement>(
        `:scope > div > [data-move="${button}"]`,
      );
      buttons?.[0]?.focus();
    });
  };
  return (
    <li className={styles.item} ref={item}>
      <div className={styles.itemHead}>
        <span className={styles.itemName}>{label}</span>
        {count > 1 ? (
          <>
            <HeadButton
              icon={ArrowUp}
              label={t`Move up: ${label}`}
              isDisabled={place === 0}
              onClick={() => moveTo(place - 1, 'up')}
              move="up"
            />
            <HeadButton
              icon={ArrowDown}
              label={t`Move down: ${label}`}
              isDisabled={place === count - 1}
              onClick={() => moveTo(place + 1, 'down')}
              move="down"
            />
          </>
        ) : null}
        {canRemove ? <HeadButton icon={X} label={t`Remove ${label}`} onClick={onRemove} /> : null}
      </div>
      {children}
    </li>
  );
}

interface HeadButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly move?: 'up' | 'down';
}

function HeadButton({ icon: Icon, label, isDisabled = false, onClick, move }: HeadButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={26}
      onClick={() => (isDisabled ? undefined : onClick())}
      aria-disabled={isDisabled}
      data-disabled={isDisabled || undefined}
      data-move={move}
      title={label}
      aria-label={label}
    >
      <Icon size={15} aria-hidden />
    </ActionIcon>
  );
}
