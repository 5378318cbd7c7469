import type { z } from 'zod';
import { isJsonRecord, type JsonRecord } from '../../json.ts';
import { describeMisfit } from '../../wire.ts';

/** One webhook field: what its value is about and how it is read. */
export interface WebhookFieldDefinition<Field extends string, Value> {
  readonly field: Field;
  /** `number`: about one phone number, named in `metadata`. `account`: about the WABA or the portfolio. */
  readonly scope: 'number' | 'account';
  readonly read: (value: unknown) => FieldReading<Field, Value>;
}

type FieldReading<Field extends string, Value> =
  | { readonly ok: true; readonly field: Field; readonly value: Value }
  | { readonly ok: false; readonly reason: 'wrong_shape'; readonly field: Field; readonly detail: string };

/** A field whose value is read item by item, so that only a value that is no object at all is a misfit. */
export function defineNumberField<const Field extends string, Value>(
  field: Field,
  read: (value: JsonRecord) => Value,
): WebhookFieldDefinition<Field, Value> {
  return {
    field,
    scope: 'number',
    read: (value) =>
      isJsonRecord(value)
        ? { ok: true, field, value: read(value) }
        : { ok: false, reason: 'wrong_shape', field, detail: 'the value must be an object' },
  };
}

/** A field whose value is one small fact. */
export function defineAccountField<const Field extends string, Schema extends z.ZodType>(
  field: Field,
  schema: Schema,
): WebhookFieldDefinition<Field, z.output<Schema>> {
  return {
    field,
    scope: 'account',
    read(value) {
      const parsed = schema.safeParse(value);
      return parsed.success
        ? { ok: true, field, value: parsed.data }
        : { ok: false, reason: 'wrong_shape', field, detail: describeMisfit(parsed.error) };
    },
  };
}
