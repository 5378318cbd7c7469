import { isJsonRecord } from '../../json.ts';

export type Path = readonly (string | number)[];

export interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** Every value inside a JSON value, itself first. */
export function walk(value: unknown, path: Path = []): readonly Place[] {
  return [{ path, value }, ...childrenOf(value).flatMap(([key, child]) => walk(child, [...path, key]))];
}

/** A copy with the value at the path exchanged; undefined takes the key away. */
export function replaceAt(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === key ? replaceAt(item, rest, by) : item));
  }
  if (!isJsonRecord(value)) return value;
  const changed = replaceAt(value[key], rest, by);
  const { [key]: _old, ...others } = value;
  return changed === undefined ? others : { ...value, [key]: changed };
}

function childrenOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return [...value.entries()];
  return isJsonRecord(value) ? Object.entries(value) : [];
}
