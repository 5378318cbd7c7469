import {
  closeSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GrowingNumbers } from './growing-numbers.ts';

/** Lines of text on disk, read back by their number. Holds eight bytes of memory per line. */
export interface LineFile {
  /** Returns the line's number, from 0. */
  append(line: string): number;
  read(number: number): string;
  close(): void;
}

/** The file is made anew, and removed on `close`: it holds nothing that cannot be worked out again. */
export function createLineFile(path: string): LineFile {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, 'w+');
  const ends = new GrowingNumbers(Float64Array);
  const endOf = (number: number) => (number < 0 ? 0 : ends.get(number));
  return {
    append(line) {
      const written = writeSync(descriptor, `${line}\n`);
      return ends.push(endOf(ends.length - 1) + written) - 1;
    },
    read(number) {
      const start = endOf(number - 1);
      const bytes = Buffer.allocUnsafe(ends.get(number) - start - 1);
      const count = readSync(descriptor, bytes, 0, bytes.length, start);
      if (count < bytes.length) {
        throw new Error(`${path} is shorter than it was: ${fstatSync(descriptor).size} bytes are left`);
      }
      return bytes.toString('utf8');
    },
    close() {
      closeSync(descriptor);
      rmSync(path, { force: true });
    },
  };
}

/** Opens line files below `dataDir`, or each in a temporary folder of its own that goes with it. */
export function lineFilesIn(dataDir?: string): (name: string) => LineFile {
  return (name) => {
    if (dataDir !== undefined) return createLineFile(join(dataDir, 'ledger', name));
    const folder = mkdtempSync(join(tmpdir(), 'renkei-simulator-ledger-'));
    const file = createLineFile(join(folder, name));
    return {
      ...file,
      close() {
        file.close();
        rmdirSync(folder);
      },
    };
  };
}
