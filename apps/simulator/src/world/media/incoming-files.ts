import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';

/** A file that has come in and belongs to nobody yet: it is kept by the media store, or discarded. */
export interface IncomingFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** Files on their way in, written to disk as they come: memory stays flat whatever their size. */
export interface IncomingFiles {
  /** Throws `FileTooLarge` once the source exceeds `maxBytes`. */
  receive(source: Readable, maxBytes: number): Promise<IncomingFile>;
  discard(file: IncomingFile): void;
  /** Bytes a resumable file has so far. What a broken connection brought counts. */
  receivedBytes(name: string): number;
  /** Adds to a resumable file; resolves to the bytes it then has. */
  append(name: string, source: Readable, maxBytes: number): Promise<number>;
  finish(name: string): Promise<IncomingFile>;
}

const resumablePrefix = 'upload-';

/** The name of the file of a resumable upload. */
export function resumableName(id: string): string {
  return `${resumablePrefix}${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}

export function isResumable(name: string): boolean {
  return name.startsWith(resumablePrefix);
}

class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  readonly statusCode = 413;
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`The file is larger than ${maxBytes} bytes.`);
    this.maxBytes = maxBytes;
  }
}

export function createIncomingFiles(folder: () => string): IncomingFiles {
  const pathOf = (name: string) => {
    const incoming = join(folder(), 'incoming');
    mkdirSync(incoming, { recursive: true });
    return join(incoming, name);
  };
  const receivedBytes = (name: string) => {
    const path = pathOf(name);
    return existsSync(path) ? statSync(path).size : 0;
  };
  return {
    async receive(source, maxBytes) {
      const path = pathOf(randomUUID());
      const hash = createHash('sha256');
      let sizeBytes = 0;
      const meter = limitBytes(maxBytes, (chunk) => {
        hash.update(chunk);
        sizeBytes += chunk.length;
      });
      try {
        await pipeline(source, meter, createWriteStream(path));
      } catch (error) {
        rmSync(path, { force: true });
        throw error;
      }
      return { path, sizeBytes, sha256: hash.digest('hex') };
    },
    discard: ({ path }) => rmSync(path, { force: true }),
    receivedBytes,
    async append(name, source, maxBytes) {
      let sizeBytes = receivedBytes(name);
      const file = createWriteStream(pathOf(name), { flags: 'a' });
      // Not `pipeline`, which throws away what it has not written yet when the source breaks off.
      try {
        for await (const chunk of source) {
          sizeBytes += chunk.length;
          if (sizeBytes > maxBytes) throw new FileTooLarge(maxBytes);
          if (!file.write(chunk)) await once(file, 'drain');
        }
      } finally {
        file.end();
        await finished(file);
      }
      return receivedBytes(name);
    },
    async finish(name) {
      const path = pathOf(name);
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      return { path, sizeBytes: statSync(path).size, sha256: hash.digest('hex') };
    },
  };
}

function limitBytes(maxBytes: number, see: (chunk: Buffer) => void): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      if (passed > maxBytes) return done(new FileTooLarge(maxBytes));
      see(chunk);
      done(null, chunk);
    },
  });
}
