import type { FieldOptions } from './field.ts';
import { type Field, mapField } from './field.ts';
import { groupField } from './group-field.tsx';

/** So many fields in an order that is given from outside; of those that give nothing, nothing is left. */
export function tupleField<Output>(
  fields: readonly Field<Output | undefined>[],
  options?: FieldOptions,
): Field<Output[]> {
  const members = Object.fromEntries(fields.map((field, place) => [`${place}`, field]));
  return mapField(groupField(members, options), (outputs) =>
    Object.values(outputs).filter((output) => output !== undefined),
  );
}
