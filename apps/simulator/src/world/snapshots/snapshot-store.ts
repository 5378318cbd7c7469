import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A saved world, by the name it was given. */
export interface SnapshotStore {
  save(name: string, text: string): void;
  load(name: string): string | undefined;
  list(): readonly { readonly name: string; readonly sizeBytes: number }[];
  remove(name: string): boolean;
}

const extension = '.world.json';

/** Below `dataDir`, or in memory for as long as the simulator runs. */
export function createSnapshotStore(dataDir?: string): SnapshotStore {
  return dataDir === undefined ? createMemoryStore() : createDiskStore(join(dataDir, 'snapshots'));
}

function createMemoryStore(): SnapshotStore {
  const texts = new Map<string, string>();
  return {
    save: (name, text) => void texts.set(name, text),
    load: (name) => texts.get(name),
    list: () => [...texts].map(([name, text]) => ({ name, sizeBytes: Buffer.byteLength(text) })),
    remove: (name) => texts.delete(name),
  };
}

function createDiskStore(folder: string): SnapshotStore {
  const pathOf = (name: string) => join(folder, `${name}${extension}`);
  const list = () => {
    mkdirSync(folder, { recursive: true });
    return readdirSync(folder)
      .filter((file) => file.endsWith(extension))
      .map((file) => ({
        name: basename(file, extension),
        sizeBytes: statSync(join(folder, file)).size,
      }));
  };
  const has = (name: string) => list().some((saved) => saved.name === name);
  return {
    save(name, text) {
      mkdirSync(folder, { recursive: true });
      // Written aside first: half a snapshot must not take the place of a whole one.
      const aside = `${pathOf(name)}.part`;
      writeFileSync(aside, text);
      renameSync(aside, pathOf(name));
    },
    load: (name) => (has(name) ? readFileSync(pathOf(name), 'utf8') : undefined),
    list,
    remove(name) {
      if (!has(name)) return false;
      rmSync(pathOf(name));
      return true;
    },
  };
}
