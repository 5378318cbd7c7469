import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import * as z from 'zod';
import { type ErasedFieldProps, type Field, type FieldOptions, faultsAt, within, wrong } from './field.ts';
import styles from './fields.module.css';
import { ListItem } from './list-item.tsx';
import { Count } from './text-field.tsx';
import { useFault } from './use-fault.ts';

interface ListOptions<Output> extends FieldOptions {
  /** "Button", "Card": what one of them is called; its number stands behind it. */
  readonly itemLabel: MessageDescriptor;
  readonly add: MessageDescriptor;
  /** How many a new form begins with, and at least has. */
  readonly min: number;
  readonly max: number;
  readonly of: Field<Output>;
}

/** Several of the same, in an order that can be changed. */
export function listField<Output>(options: ListOptions<Output>): Field<Output[]> {
  const { of, min, max } = options;
  return {
    label: options.label,
    isAdvanced: options.isAdvanced ?? false,
    restore: (stored) => {
      const items = itemsOf(stored);
      return Array.from({ length: Math.max(min, items.length) }, (_, index) => of.restore(items[index]));
    },
    View: (props) => <ListView {...props} options={options} />,
    faultsOf: (value) => {
      const items = itemsOf(value);
      const inner = items.flatMap((item, index) => within(index, of.faultsOf(item)));
      return items.length > max ? [wrong(msg`At most ${max}`), ...inner] : inner;
    },
    outputOf: (value) => itemsOf(value).map((item) => of.outputOf(item)),
    filesOf: (value) => itemsOf(value).flatMap((item) => of.filesOf(item)),
  };
}

/** A limit that nobody will come near is not worth a number. */
function isWorthCounting(count: number, max: number): boolean {
  return max <= 10 || count >= max * 0.8;
}

const itemsSchema = z.array(z.unknown()).catch([]);

function itemsOf(value: unknown): readonly unknown[] {
  return itemsSchema.parse(value);
}

interface ListViewProps extends ErasedFieldProps {
  readonly options: ListOptions<unknown>;
}

function ListView({ value, onChange, faults, options }: ListViewProps) {
  const { t, i18n } = useLingui();
  const [said, setSaid] = useState('');
  const fault = useFault(faults);
  const items = itemsOf(value);
  const { of, min, max, itemLabel, add } = options;
  const label = i18n._(options.label);
  const move = (from: number, to: number) => {
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, items[from]));
    setSaid(t`Moved to place ${to + 1}`);
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>
        {label}
        {isWorthCounting(items.length, max) ? <Count length={items.length} limit={max} /> : null}
      </legend>
      <ol className={styles.items}>
        {items.map((item, index) => (
          <ListItem
            // Items have no name of their own; their fields hold nothing that would stay behind.
            key={index}
            label={`${i18n._(itemLabel)} ${index + 1}`}
            place={index}
            count={items.length}
            canRemove={items.length > min}
            onMove={move}
            onRemove={() => onChange(items.toSpliced(index, 1))}
          >
            <of.View
              value={item}
              onChange={(next) => onChange(items.with(index, next))}
              faults={faultsAt(index, faults)}
            />
          </ListItem>
        ))}
      </ol>
      {fault === null ? null : <p className={styles.fault}>{fault}</p>}
      {items.length < max ? (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={6}
          leftSection={<Plus size={15} aria-hidden />}
          onClick={() => onChange([...items, of.restore(undefined)])}
        >
          {i18n._(add)}
        </Button>
      ) : null}
      <output className="visually-hidden">{said}</output>
    </fieldset>
  );
}
