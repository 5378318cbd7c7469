import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import * as z from 'zod';
import { type Field, type FieldOptions, mapField } from './field.ts';
import { optionalTextField } from './text-field.tsx';

type JsonObject = Record<string, z.core.util.JSONType>;

/** Data for a machine, as JSON. */
export function optionalJsonField(
  options: FieldOptions & { readonly description?: MessageDescriptor },
): Field<JsonObject | undefined> {
  const text = optionalTextField({
    ...options,
    lines: 2,
    placeholder: '{ "name": "value" }',
    check: (written) => (parse(written) === undefined ? msg`Not a JSON object` : null),
  });
  return mapField(text, (written) => (written === undefined ? undefined : parse(written)));
}

const jsonObject = z.record(z.string(), z.json());

function parse(text: string): JsonObject | undefined {
  try {
    return jsonObject.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
