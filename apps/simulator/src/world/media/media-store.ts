import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createIncomingFiles, type IncomingFile, type IncomingFiles, isResumable } from './incoming-files.ts';

/** Bytes of media on disk by their SHA-256 (hex): the same bytes lie there once. */
export interface MediaStore {
  put(bytes: Uint8Array): string;
  get(sha256: string): Buffer | undefined;
  /** A stream of the file, or of the bytes from `start` to `end` (both included). */
  open(sha256: string, range?: { readonly start: number; readonly end: number }): Readable | undefined;
  sizeOf(sha256: string): number | undefined;
  /** Takes an incoming file over. */
  keep(file: IncomingFile): void;
  readonly incoming: IncomingFiles;
  clear(): void;
  /** Removes what was kept for this run only. */
  close(): void;
}

/** Keeps files in `dataDir/media`. */
export function createDiskMediaStore(dataDir: string): MediaStore {
  const folder = join(dataDir, 'media');
  removeAbandoned(folder);
  return createMediaStore(
    () => folder,
    () => {},
  );
}

/** Keeps files in a temporary folder that is made when first needed and removed on `close`. */
export function createTemporaryMediaStore(): MediaStore {
  let folder: string | undefined;
  return createMediaStore(
    () => {
      folder ??= mkdtempSync(join(tmpdir(), 'renkei-simulator-'));
      return folder;
    },
    () => {
      if (folder) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
    },
  );
}

/** What was coming in when the process died is lost to its sender; only resumable uploads go on. */
function removeAbandoned(folder: string): void {
  const incoming = join(folder, 'incoming');
  if (!existsSync(incoming)) return;
  for (const name of readdirSync(incoming)) {
    if (!isResumable(name)) rmSync(join(incoming, name), { force: true });
  }
}

function createMediaStore(folder: () => string, close: () => void): MediaStore {
  const pathOf = (sha256: string) => {
    mkdirSync(folder(), { recursive: true });
    return join(folder(), sha256);
  };
  const existing = (sha256: string) => {
    const path = pathOf(sha256);
    return existsSync(path) ? path : undefined;
  };
  return {
    put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(sha256);
      if (existsSync(path)) return sha256;
      // Written aside and renamed: a killed process leaves no half file under a whole file's name.
      writeFileSync(`${path}.part`, bytes);
      renameSync(`${path}.part`, path);
      return sha256;
    },
    get(sha256) {
      const path = existing(sha256);
      return path === undefined ? undefined : readFileSync(path);
    },
    open(sha256, range) {
      const path = existing(sha256);
      return path === undefined ? undefined : createReadStream(path, range);
    },
    sizeOf(sha256) {
      const path = existing(sha256);
      return path === undefined ? undefined : statSync(path).size;
    },
    keep: ({ path, sha256 }) => renameSync(path, pathOf(sha256)),
    incoming: createIncomingFiles(folder),
    clear: () => rmSync(folder(), { recursive: true, force: true }),
    close,
  };
}
