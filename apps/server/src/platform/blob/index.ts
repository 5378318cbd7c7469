import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface StoredBlob {
  /** Lower-case hex; the name of the bytes within their workspace. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Where files live. Bytes are named by their hash, per workspace, so the same bytes are kept once. */
export interface BlobStore {
  /** Stores a stream with flat memory. Throws `BlobTooLarge` beyond `maxBytes` and keeps nothing then. */
  put(workspaceId: string, source: Readable, maxBytes: number): Promise<StoredBlob>;
  read(
    workspaceId: string,
    sha256: string,
    range?: { readonly start: number; readonly end: number },
  ): Readable;
  /** A file on this machine's disk with these bytes, for libraries that need one. */
  pathOf(workspaceId: string, sha256: string): string;
}

export class BlobTooLarge extends Error {
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`More than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}

export function createDiskBlobStore(folder: string): BlobStore {
  const pathOf = (workspaceId: string, sha256: string) =>
    join(folder, workspaceId, sha256.slice(0, 2), sha256);
  return {
    pathOf,
    read: (workspaceId, sha256, range) => createReadStream(pathOf(workspaceId, sha256), range ?? {}),
    async put(workspaceId, source, maxBytes) {
      const incoming = join(folder, workspaceId, 'incoming');
      await mkdir(incoming, { recursive: true });
      const temporary = join(incoming, randomUUID());
      try {
        const blob = await writeMeasured(source, temporary, maxBytes);
        await keep(temporary, pathOf(workspaceId, blob.sha256));
        return blob;
      } finally {
        await rm(temporary, { force: true });
      }
    },
  };
}

async function writeMeasured(source: Readable, path: string, maxBytes: number): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxBytes) return done(new BlobTooLarge(maxBytes));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(source, measure, createWriteStream(path, { flush: true }));
  return { sha256: hash.digest('hex'), sizeBytes };
}

/** A rename within one file system is atomic: a reader sees the whole file or none. */
async function keep(temporary: string, path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) return;
  const folder = join(path, '..');
  await mkdir(folder, { recursive: true });
  await rename(temporary, path);
  await using handle = await open(folder, 'r');
  await handle.sync();
}
