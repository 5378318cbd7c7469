import { Shelf } from '../shelf/shelf.ts';
import type { World } from '../world.ts';

type Part = World[keyof World];

/** The whole world as text: maps, sets and ledgers are marked, everything else is JSON already. */
export function encodeWorld(world: World): string {
  return JSON.stringify(world, (_key, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] };
    if (value instanceof Set) return { $set: [...value] };
    if (value instanceof Shelf) return { $ledger: value.slice(0, value.length) };
    return value;
  });
}

/** Puts a world that `encodeWorld` wrote in the place of this one: everybody holds the same object. */
export function decodeWorld(world: World, text: string): void {
  const parts: Readonly<Record<string, unknown>> = JSON.parse(text, revive);
  // Keys of a world come from `encodeWorld`; a part that a newer version added stays empty.
  for (const key of Object.keys(world) as (keyof World)[]) {
    const part = world[key];
    if (isCollection(part)) fill(part, parts[key]);
    else if (key in parts) Object.assign(world, { [key]: parts[key] });
  }
}

type Collection = Extract<Part, Map<never, never> | Shelf<never>>;

function isCollection(part: Part): part is Collection {
  return part instanceof Map || part instanceof Shelf;
}

function fill(part: Map<unknown, unknown> | Shelf<unknown>, saved: unknown): void {
  part.clear();
  if (part instanceof Map && saved instanceof Map) for (const [key, value] of saved) part.set(key, value);
  if (part instanceof Shelf && Array.isArray(saved)) for (const state of saved) part.add(state);
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value && Array.isArray(value.$map)) return new Map(value.$map);
  if ('$set' in value && Array.isArray(value.$set)) return new Set(value.$set);
  if ('$ledger' in value) return value.$ledger;
  return value;
}
