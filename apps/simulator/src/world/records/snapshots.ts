import { decodeWorld } from '../snapshots/encode-world.ts';
import type { World } from '../world.ts';

/** The world is another one from here on: the first record of a journal that was begun anew. */
export const snapshotRecords = {
  restored: (world: World, { saved }: { readonly saved: string }) => decodeWorld(world, saved),
};
