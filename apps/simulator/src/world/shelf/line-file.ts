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

/** Lines of text on disk, each under a number. Nothing of it is in memory, however many there are. */
export interface LineFile {
  /** Takes the place of a line that had this number. */
  write(number: number, line: string): void;
  /** Throws for a number that was never written. */
  read(number: number): string;
  close(): void;
}

/** Where a line lies: six bytes of offset, four of length. */
const placeBytes = 10;
const offsetBytes = 6;

/**
 * Lines in `path`, and in `path.places` where each of them lies, by its number. Both are made anew, and removed on
 * `close`: they hold nothing that cannot be worked out again.
 */
export function createLineFile(path: string): LineFile {
  mkdirSync(dirname(path), { recursive: true });
  const placesPath = `${path}.places`;
  const lines = openSync(path, 'w+');
  const places = openSync(placesPath, 'w+');
  const place = Buffer.alloc(placeBytes);
  let end = 0;
  return {
    write(number, line) {
      const length = writeSync(lines, `${line}\n`, end) - 1;
      place.writeUIntLE(end, 0, offsetBytes);
      place.writeUInt32LE(length, offsetBytes);
      writeSync(places, place, 0, placeBytes, number * placeBytes);
      end += length + 1;
    },
    read(number) {
      readWhole(places, place, number * placeBytes, placesPath);
      const bytes = Buffer.allocUnsafe(place.readUInt32LE(offsetBytes));
      readWhole(lines, bytes, place.readUIntLE(0, offsetBytes), path);
      return bytes.toString('utf8');
    },
    close() {
      for (const descriptor of [lines, places]) closeSync(descriptor);
      for (const each of [path, placesPath]) rmSync(each, { force: true });
    },
  };
}

function readWhole(descriptor: number, bytes: Buffer, offset: number, path: string): void {
  const count = readSync(descriptor, bytes, 0, bytes.length, offset);
  if (count === bytes.length) return;
  throw new Error(`${path} is shorter than it was: ${fstatSync(descriptor).size} bytes are left`);
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
