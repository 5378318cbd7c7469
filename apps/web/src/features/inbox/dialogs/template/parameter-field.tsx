import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { contentLimits, countCharacters, type TemplateParameter } from '@renkei/contract';
import * as z from 'zod';
import { defineField, type Fault, type Field, missing, wrong } from '../../composer/fields/field.ts';
import fieldStyles from '../../composer/fields/fields.module.css';
import { Count } from '../../composer/fields/text-field.tsx';
import { useFault } from '../../composer/fields/use-fault.ts';
import styles from './template.module.css';

const microsPerUnit = 1_000_000;
const limit = contentLimits.templateParameter;

const kinds = {
  text: msg`Text`,
  currency: msg`Amount`,
  date_time: msg`Date`,
  group: msg`Group`,
} as const satisfies Record<string, MessageDescriptor>;
type Kind = keyof typeof kinds;
const kindNames = ['text', 'currency', 'date_time', 'group'] as const satisfies readonly Kind[];

const kindSchema = z.enum(kindNames);
const schema = z
  .object({
    kind: kindSchema,
    text: z.string(),
    currency: z.string(),
    amount: z.number().nullable(),
  })
  .catch({ kind: 'text', text: '', currency: 'JPY', amount: null });
type Value = z.infer<typeof schema>;

const outputs: { readonly [Each in Kind]: (value: Value) => TemplateParameter } = {
  text: ({ text }) => text.trim(),
  currency: ({ text, currency, amount }) => ({
    type: 'currency',
    shown: text.trim(),
    currency: currency.trim().toUpperCase(),
    amountMicros: Math.round((amount ?? 0) * microsPerUnit),
  }),
  date_time: ({ text }) => ({ type: 'date_time', shown: text.trim() }),
  group: ({ text }) => ({ type: 'group', groupId: text.trim() }),
};

/** The value of one variable; what is typed is what is shown, whatever it is. */
export function parameterField(label: MessageDescriptor): Field<TemplateParameter> {
  return defineField({
    label,
    schema,
    View: (props) => <ParameterView {...props} descriptor={label} />,
    faultsOf,
    outputOf: (value) => outputs[value.kind](value),
  });
}

function faultsOf({ kind, text, currency, amount }: Value): readonly Fault[] {
  if (text.trim() === '') return [missing(msg`Fill this in`)];
  const over = countCharacters(text.trim()) - limit;
  if (over > 0) return [wrong(msg`Too long by ${over}: at most ${limit} characters`)];
  if (kind !== 'currency') return [];
  if (amount === null) return [missing(msg`An amount`, 'amount')];
  return /^[A-Za-z]{3}$/.test(currency.trim()) ? [] : [wrong(msg`Three letters, such as JPY`, 'currency')];
}

interface ParameterViewProps {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly faults: readonly Fault[];
  readonly descriptor: MessageDescriptor;
}

function ParameterView({ value, onChange, faults, descriptor }: ParameterViewProps) {
  const { t, i18n } = useLingui();
  const label = i18n._(descriptor);
  const fault = useFault(faults);
  return (
    <div className={fieldStyles.group}>
      <div className={styles.parameter}>
        <div className={fieldStyles.field}>
          <TextInput
            label={label}
            autoComplete="off"
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
            error={fault}
          />
          <Count length={countCharacters(value.text.trim())} limit={limit} />
        </div>
        <NativeSelect
          aria-label={t`Kind of ${label}`}
          value={value.kind}
          data={kindNames.map((kind) => ({ value: kind, label: i18n._(kinds[kind]) }))}
          onChange={(event) => onChange({ ...value, kind: kindSchema.parse(event.currentTarget.value) })}
        />
      </div>
      {value.kind === 'currency' ? <Amount value={value} onChange={onChange} faults={faults} /> : null}
    </div>
  );
}

function Amount({ value, onChange, faults }: Omit<ParameterViewProps, 'descriptor'>) {
  const { t, i18n } = useLingui();
  const faultAt = (path: string) => {
    const fault = faults.find((one) => one.path === path);
    return fault === undefined ? null : i18n._(fault.message);
  };
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t`Currency`}
        maxLength={3}
        value={value.currency}
        onChange={(event) => onChange({ ...value, currency: event.currentTarget.value })}
        error={faultAt('currency')}
      />
      <NumberInput
        label={t`Amount`}
        hideControls
        decimalScale={2}
        value={value.amount ?? ''}
        onChange={(next) => onChange({ ...value, amount: next === '' ? null : Number(next) })}
        error={faultAt('amount')}
      />
    </Group>
  );
}
