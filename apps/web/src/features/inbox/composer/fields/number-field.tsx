import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { NumberInput } from '@mantine/core';
import * as z from 'zod';
import { defineField, type Fault, type Field, type FieldOptions, missing, wrong } from './field.ts';
import { FieldLabel } from './field-label.tsx';
import { useFault } from './use-fault.ts';

interface NumberOptions extends FieldOptions {
  readonly description?: MessageDescriptor;
  readonly min: number;
  readonly max: number;
  /** Digits behind the point; 0 for whole numbers. */
  readonly decimals?: number;
  readonly placeholder?: string;
  readonly initial?: number;
}

/** A number within bounds. While nothing is typed its output is `NaN`, which no message takes. */
export function numberField(options: NumberOptions): Field<number> {
  return makeNumberField(options, false, (value) => value ?? Number.NaN);
}

export function optionalNumberField(options: NumberOptions): Field<number | undefined> {
  return makeNumberField(options, true, (value) => value ?? undefined);
}

function makeNumberField<Output>(
  options: NumberOptions,
  isOptional: boolean,
  outputOf: (value: number | null) => Output,
): Field<Output> {
  const { min, max } = options;
  return defineField({
    ...options,
    schema: z
      .number()
      .nullable()
      .catch(options.initial ?? null),
    View: (props) => <NumberFieldView {...props} options={options} isOptional={isOptional} />,
    faultsOf: (value) => {
      if (value === null) return isOptional ? [] : [missing(msg`A number from ${min} to ${max}`)];
      return value < min || value > max ? [wrong(msg`A number from ${min} to ${max}`)] : [];
    },
    outputOf,
  });
}

interface NumberFieldViewProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly faults: readonly Fault[];
  readonly label?: string;
  readonly options: NumberOptions;
  readonly isOptional: boolean;
}

function NumberFieldView({ value, onChange, faults, label, options, isOptional }: NumberFieldViewProps) {
  const { i18n } = useLingui();
  const fault = useFault(faults);
  const { description, decimals = 0, placeholder } = options;
  return (
    <NumberInput
      label={label ?? <FieldLabel label={options.label} isOptional={isOptional} />}
      description={description === undefined ? undefined : i18n._(description)}
      placeholder={placeholder}
      decimalScale={decimals}
      hideControls
      value={value ?? ''}
      onChange={(next) => onChange(next === '' || !Number.isFinite(Number(next)) ? null : Number(next))}
      error={fault}
    />
  );
}
