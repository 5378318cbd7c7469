import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from '@mantine/core';
import { countCharacters } from '@renkei/contract';
import type { HTMLInputTypeAttribute } from 'react';
import * as z from 'zod';
import { defineField, type Fault, type Field, type FieldOptions, missing, wrong } from './field.ts';
import { FieldLabel } from './field-label.tsx';
import styles from './fields.module.css';
import { useFault } from './use-fault.ts';

export interface TextOptions extends FieldOptions {
  readonly description?: MessageDescriptor;
  readonly placeholder?: string;
  /** In characters, as `countCharacters` counts. */
  readonly limit?: number;
  /** More than one: grows with what is written, up to twice as many. */
  readonly lines?: number;
  readonly inputType?: HTMLInputTypeAttribute;
  /** What is wrong with a text that is there. */
  readonly check?: (text: string) => MessageDescriptor | null;
  /** What a new form begins with. */
  readonly initial?: string | (() => string);
}

/** A text that must be there; without the blanks around it. */
export function textField(options: TextOptions): Field<string> {
  return makeTextField(options, false, (text) => text);
}

export function optionalTextField(options: TextOptions): Field<string | undefined> {
  return makeTextField(options, true, (text) => (text === '' ? undefined : text));
}

function makeTextField<Output>(
  options: TextOptions,
  isOptional: boolean,
  outputOf: (text: string) => Output,
): Field<Output> {
  const { initial } = options;
  return defineField({
    ...options,
    schema: z.string().catch(() => (typeof initial === 'function' ? initial() : (initial ?? ''))),
    View: (props) => <TextFieldView {...props} options={options} isOptional={isOptional} />,
    faultsOf: (value) => faultsOf(value.trim(), options, isOptional),
    outputOf: (value) => outputOf(value.trim()),
  });
}

function faultsOf(text: string, { limit, check }: TextOptions, isOptional: boolean): readonly Fault[] {
  if (text === '') return isOptional ? [] : [missing(msg`Fill this in`)];
  const length = countCharacters(text);
  if (limit !== undefined && length > limit) {
    const over = length - limit;
    return [wrong(msg`Too long by ${over}: at most ${limit} characters`)];
  }
  const message = check?.(text) ?? null;
  return message === null ? [] : [wrong(message)];
}

interface TextFieldViewProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly faults: readonly Fault[];
  readonly label?: string;
  readonly options: TextOptions;
  readonly isOptional: boolean;
}

function TextFieldView({ value, onChange, faults, label, options, isOptional }: TextFieldViewProps) {
  const { i18n } = useLingui();
  const fault = useFault(faults);
  const { limit, lines = 1, inputType, placeholder, description } = options;
  const shared = {
    label: label ?? <FieldLabel label={options.label} isOptional={isOptional} />,
    description: description === undefined ? undefined : i18n._(description),
    placeholder,
    value,
    error: fault,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <div className={styles.field}>
      {lines > 1 ? (
        <Textarea {...shared} autosize minRows={lines} maxRows={lines * 2 + 4} />
      ) : (
        <TextInput {...shared} type={inputType ?? 'text'} autoComplete="off" />
      )}
      {limit === undefined ? null : <Count length={countCharacters(value.trim())} limit={limit} />}
    </div>
  );
}

/** The sentence of the fault says it to those who cannot see it. */
export function Count({ length, limit }: { readonly length: number; readonly limit: number }) {
  return (
    <span className={styles.count} data-over={length > limit} aria-hidden>
      {length.toLocaleString()} / {limit.toLocaleString()}
    </span>
  );
}
