import type { MessageDescriptor } from '@lingui/core';
import type { Media } from '@renkei/contract';
import type { ReactNode } from 'react';
import type * as z from 'zod';

/** Why what stands in a field cannot be sent. */
export interface Fault {
  /** Names and places from the field inwards, joined by dots: `sections.0.rows.2.title`. Empty: the field itself. */
  readonly path: string;
  readonly message: MessageDescriptor;
  /** What is missing is named once somebody wants to send; what is wrong, at once. */
  readonly isMissing: boolean;
}

interface FieldProps<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Those to be shown, by paths that begin at this field. */
  readonly faults: readonly Fault[];
  /** Takes the place of the field's own label where it stands in a list: "Button 2". */
  readonly label?: string;
}
export type ErasedFieldProps = FieldProps<unknown>;

/**
 * A part of a form: draws itself, says what is wrong with it, and makes its part of the message. What it holds while
 * somebody types is its own affair; drafts store it as JSON.
 */
export interface Field<Output> {
  readonly label: MessageDescriptor;
  /** Folded away: most people never need it. */
  readonly isAdvanced: boolean;
  /** What the field holds, from whatever a draft has kept; from `undefined` the blank. */
  readonly restore: (stored: unknown) => unknown;
  readonly View: (props: ErasedFieldProps) => ReactNode;
  readonly faultsOf: (value: unknown) => readonly Fault[];
  readonly outputOf: (value: unknown) => Output;
  /** The uploaded files it names. */
  readonly filesOf: (value: unknown) => readonly Media[];
}

/** What every kind of field can be told. */
export interface FieldOptions {
  readonly label: MessageDescriptor;
  readonly isAdvanced?: boolean;
}

interface FieldDefinition<Value, Output> extends FieldOptions {
  /** Takes anything: what cannot be read becomes the blank (`catch`). */
  readonly schema: z.ZodType<Value>;
  readonly View: (props: FieldProps<Value>) => ReactNode;
  readonly faultsOf?: (value: Value) => readonly Fault[];
  readonly outputOf: (value: Value) => Output;
  readonly filesOf?: (value: Value) => readonly Media[];
}

/** Makes a field out of one that knows what it holds, so that fields of every kind fit into one form. */
export function defineField<Value, Output>(definition: FieldDefinition<Value, Output>): Field<Output> {
  const { label, isAdvanced, schema, View, faultsOf, outputOf, filesOf } = definition;
  return {
    label,
    isAdvanced: isAdvanced ?? false,
    restore: (stored) => schema.parse(stored),
    View: ({ value, ...props }) => View({ ...props, value: schema.parse(value) }),
    faultsOf: (value) => faultsOf?.(schema.parse(value)) ?? [],
    outputOf: (value) => outputOf(schema.parse(value)),
    filesOf: (value) => filesOf?.(schema.parse(value)) ?? [],
  };
}

/** The same field with something else made of it, and perhaps with rules about the whole. */
export function mapField<Inner, Output>(
  field: Field<Inner>,
  outputOf: (inner: Inner) => Output,
  faultsOf: (inner: Inner) => readonly Fault[] = () => [],
): Field<Output> {
  return {
    ...field,
    outputOf: (value) => outputOf(field.outputOf(value)),
    faultsOf: (value) => [...field.faultsOf(value), ...faultsOf(field.outputOf(value))],
  };
}

export function missing(message: MessageDescriptor, path = ''): Fault {
  return { path, message, isMissing: true };
}

export function wrong(message: MessageDescriptor, path = ''): Fault {
  return { path, message, isMissing: false };
}

/** Faults of an inner field, as its outer field names them. */
export function within(name: string | number, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, path: fault.path === '' ? `${name}` : `${name}.${fault.path}` }));
}

/** The other way round: of an outer field's faults those of one inner field. */
export function faultsAt(name: string | number, faults: readonly Fault[]): readonly Fault[] {
  return faults
    .filter(({ path }) => path === `${name}` || path.startsWith(`${name}.`))
    .map((fault) => ({ ...fault, path: fault.path.slice(`${name}`.length + 1) }));
}
