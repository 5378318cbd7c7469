import { isJsonRecord } from '../../json.ts';

/** Meta ignores the case of `type` and `sub_type` in the components of a template send; lower case here. */
export function lowerCaseKinds(component: unknown): unknown {
  if (!isJsonRecord(component)) return component;
  return Object.fromEntries(
    Object.entries(component).map(([key, value]) => [
      key,
      (key === 'type' || key === 'sub_type') && typeof value === 'string' ? value.toLowerCase() : value,
    ]),
  );
}
