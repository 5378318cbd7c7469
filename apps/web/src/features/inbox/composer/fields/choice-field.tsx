import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import * as z from 'zod';
import { defineField, type Fault, type Field, type FieldOptions } from './field.ts';
import { FieldLabel } from './field-label.tsx';
import { useFault } from './use-fault.ts';

interface ChoiceOptions<Choice extends string> extends FieldOptions {
  readonly description?: MessageDescriptor;
  /** The first is what a new form begins with. */
  readonly choices: Readonly<Record<Choice, MessageDescriptor>>;
}

/** One of a few. */
export function choiceField<const Choice extends string>(options: ChoiceOptions<Choice>): Field<Choice> {
  // The keys of an object literal are exactly its type's; `Object.keys` forgets it.
  const names = Object.keys(options.choices) as [Choice, ...Choice[]];
  return defineField({
    ...options,
    schema: z.enum(names).catch(names[0]),
    View: (props) => <ChoiceFieldView {...props} options={options} names={names} />,
    outputOf: (value) => value,
  });
}

interface ChoiceFieldViewProps<Choice extends string> {
  readonly value: Choice;
  readonly onChange: (value: Choice) => void;
  readonly faults: readonly Fault[];
  readonly label?: string;
  readonly options: ChoiceOptions<Choice>;
  readonly names: readonly Choice[];
}

function ChoiceFieldView<Choice extends string>(props: ChoiceFieldViewProps<Choice>) {
  const { value, onChange, faults, label, options, names } = props;
  const { i18n } = useLingui();
  const fault = useFault(faults);
  const { description } = options;
  return (
    <Select
      label={label ?? <FieldLabel label={options.label} />}
      description={description === undefined ? undefined : i18n._(description)}
      data={names.map((name) => ({ value: name, label: i18n._(options.choices[name]) }))}
      value={value}
      onChange={(next) => onChange(names.find((name) => name === next) ?? value)}
      allowDeselect={false}
      error={fault}
    />
  );
}
