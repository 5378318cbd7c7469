import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import * as z from 'zod';
import { defineField, type Field, type FieldOptions } from './field.ts';

interface SwitchOptions extends FieldOptions {
  readonly description?: MessageDescriptor;
  readonly initial?: boolean;
}

/** Yes or no. */
export function switchField(options: SwitchOptions): Field<boolean> {
  return defineField({
    ...options,
    schema: z.boolean().catch(options.initial ?? false),
    View: (props) => <SwitchView {...props} options={options} />,
    outputOf: (value) => value,
  });
}

interface SwitchViewProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly options: SwitchOptions;
}

function SwitchView({ value, onChange, options }: SwitchViewProps) {
  const { i18n } = useLingui();
  const { description } = options;
  return (
    <Switch
      label={i18n._(options.label)}
      description={description === undefined ? undefined : i18n._(description)}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
