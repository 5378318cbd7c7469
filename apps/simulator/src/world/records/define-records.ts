import type { World } from '../world.ts';

/**
 * One area of the world: its kinds of record, each with what it does. The second parameter's type is the record's
 * shape (without `kind`). Appliers are deterministic and touch nothing but the world: replaying the journal must
 * rebuild the same one.
 */
export type Appliers = { readonly [kind: string]: (world: World, record: never) => void };

/** Every record an area knows, each with its `kind`. */
export type RecordsOf<Area extends Appliers> = {
  readonly [Kind in keyof Area & string]: { readonly kind: Kind } & Parameters<Area[Kind]>[1];
}[keyof Area & string];
