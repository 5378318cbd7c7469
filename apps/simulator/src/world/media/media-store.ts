import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of media by their SHA-256 (hex). */
export interface MediaStore {
  put(bytes: Uint8Array): string;
  get(sha256: string): Buffer | undefined;
  clear(): void;
}

export function createMemoryMediaStore(): MediaStore {
  const files = new Map<string, Buffer>();
  return {
    put(bytes) {
      const sha256 = hashOf(bytes);
      files.set(sha256, Buffer.from(bytes));
      return sha256;
    },
    get: (sha256) => files.get(sha256),
    clear: () => files.clear(),
  };
}

export function createDiskMediaStore(dataDir: string): MediaStore {
  const folder = join(dataDir, 'media');
  mkdirSync(folder, { recursive: true });
  return {
    put(bytes) {
      const sha256 = hashOf(bytes);
      const path = join(folder, sha256);
      if (existsSync(path)) return sha256;
      // Written aside and renamed: a killed process leaves no half file under a whole file's name.
      writeFileSync(`${path}.part`, bytes);
      renameSync(`${path}.part`, path);
      return sha256;
    },
    get(sha256) {
      const path = join(folder, sha256);
      return existsSync(path) ? readFileSync(path) : undefined;
    },
    clear() {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
