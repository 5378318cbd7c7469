import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import * as z from 'zod';
import { type ErasedFieldProps, type Field, type FieldOptions, faultsAt, within } from './field.ts';
import styles from './fields.module.css';
import { useFault } from './use-fault.ts';

interface Variant<Output> {
  readonly label: MessageDescriptor;
  /** Null: there is nothing more to say. */
  readonly field: Field<Output> | null;
}

interface VariantOptions<Output> extends FieldOptions {
  readonly variants: Readonly<Record<string, Variant<Output>>>;
  /** By default the first. */
  readonly initial?: string;
}

/** One of several shapes: what is chosen decides what is asked. What was typed into the others is kept. */
export function variantField<Output>(options: VariantOptions<Output>): Field<Output | undefined> {
  const { variants } = options;
  const names = Object.keys(variants);
  const initial = options.initial ?? names[0] ?? '';
  const read = (value: unknown) => {
    const record = recordSchema.parse(value);
    const type = typeof record.type === 'string' && record.type in variants ? record.type : initial;
    return { record, type, field: variants[type]?.field ?? null };
  };
  return {
    label: options.label,
    isAdvanced: options.isAdvanced ?? false,
    restore: (stored) => {
      const { record, type } = read(stored);
      const inner = names.map((name) => [name, variants[name]?.field?.restore(record[name])]);
      return { ...Object.fromEntries(inner), type };
    },
    View: (props) => <VariantView {...props} {...read(props.value)} options={options} />,
    faultsOf: (value) => {
      const { record, type, field } = read(value);
      return field === null ? [] : within(type, field.faultsOf(record[type]));
    },
    outputOf: (value) => {
      const { record, type, field } = read(value);
      return field?.outputOf(record[type]);
    },
    filesOf: (value) => {
      const { record, type, field } = read(value);
      return field?.filesOf(record[type]) ?? [];
    },
  };
}

const recordSchema = z.record(z.string(), z.unknown()).catch({});

interface VariantViewProps extends ErasedFieldProps {
  readonly options: VariantOptions<unknown>;
  readonly record: Readonly<Record<string, unknown>>;
  readonly type: string;
  readonly field: Field<unknown> | null;
}

function VariantView({ onChange, faults, label, options, record, type, field }: VariantViewProps) {
  const { i18n } = useLingui();
  const fault = useFault(faults);
  return (
    <div className={styles.variant}>
      <Select
        label={label ?? i18n._(options.label)}
        data={Object.entries(options.variants).map(([value, variant]) => ({
          value,
          label: i18n._(variant.label),
        }))}
        value={type}
        onChange={(next) => onChange({ ...record, type: next ?? type })}
        allowDeselect={false}
        error={fault}
      />
      {field === null ? null : (
        <field.View
          value={record[type]}
          onChange={(next) => onChange({ ...record, [type]: next })}
          faults={faultsAt(type, faults)}
        />
      )}
    </div>
  );
}
