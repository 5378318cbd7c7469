import type { Field, FieldOptions } from './field.ts';
import { mapField } from './field.ts';
import { numberField, optionalNumberField } from './number-field.tsx';

const microsPerUnit = 1_000_000;
const maximum = 100_000_000;

/** An amount in the currency of the form; its output is in micro-units. */
export function moneyField(options: FieldOptions & { readonly initial?: number }): Field<number> {
  return mapField(numberField({ ...bounds, ...options }), (amount) =>
    Number.isNaN(amount) ? 0 : toMicros(amount),
  );
}

export function optionalMoneyField(options: FieldOptions): Field<number | undefined> {
  return mapField(optionalNumberField({ ...bounds, ...options }), (amount) =>
    amount === undefined ? undefined : toMicros(amount),
  );
}

const bounds = { min: 0, max: maximum, decimals: 2, placeholder: '0.00' } as const;

function toMicros(amount: number): number {
  return Math.round(amount * microsPerUnit);
}
