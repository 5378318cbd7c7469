import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import * as z from 'zod';
import { defineField, type Fault, type Field, type FieldOptions, missing, wrong } from './field.ts';
import { FieldLabel } from './field-label.tsx';
import { useFault } from './use-fault.ts';

interface DateTimeOptions extends FieldOptions {
  readonly description?: MessageDescriptor;
  /** How far ahead it must be. */
  readonly leadMs: number;
}

/** A moment to come, typed in the time of the place and sent in UTC. Blank, it gives nothing. */
export function dateTimeField(options: DateTimeOptions): Field<string | undefined> {
  return defineField({
    ...options,
    schema: z
      .string()
      .refine((text) => !Number.isNaN(Date.parse(text)))
      .catch(''),
    View: (props) => <DateTimeFieldView {...props} options={options} />,
    faultsOf: (value) => {
      if (value === '') return [missing(msg`Choose a date and a time`)];
      return Date.parse(value) < Date.now() + options.leadMs ? [wrong(msg`Choose a later time`)] : [];
    },
    outputOf: (value) => (value === '' ? undefined : new Date(value).toISOString()),
  });
}

interface DateTimeFieldViewProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly faults: readonly Fault[];
  readonly options: DateTimeOptions;
}

function DateTimeFieldView({ value, onChange, faults, options }: DateTimeFieldViewProps) {
  const { i18n } = useLingui();
  const fault = useFault(faults);
  const { description } = options;
  return (
    <TextInput
      type="datetime-local"
      label={<FieldLabel label={options.label} />}
      description={description === undefined ? undefined : i18n._(description)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={fault}
    />
  );
}
