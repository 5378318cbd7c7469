import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from './port.ts';
import { receiveFile } from './receive-file.ts';

/** Files below a folder of this machine: `<workspace>/<first two letters>/<hash>`. */
export function createDiskBlobStore(folder: string): BlobStore {
  const pathOf = (workspaceId: string, sha256: string) =>
    join(folder, workspaceId, sha256.slice(0, 2), sha256);
  const store: BlobStore = {
    receive: (source, maxBytes) => receiveFile(join(folder, 'incoming'), source, maxBytes),
    keep: (workspaceId, file) => moveInto(file.path, pathOf(workspaceId, file.sha256)),
    async put(workspaceId, source, maxBytes) {
      await using file = await store.receive(source, maxBytes);
      await store.keep(workspaceId, file);
      return { sha256: file.sha256, sizeBytes: file.sizeBytes };
    },
    read: (workspaceId, sha256, range) => createReadStream(pathOf(workspaceId, sha256), range ?? {}),
    remove: (workspaceId, sha256) => rm(pathOf(workspaceId, sha256), { force: true }),
  };
  return store;
}

/** A rename within one file system is atomic: a reader sees the whole file or none. */
async function moveInto(temporary: string, path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) return;
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await rename(temporary, path);
  await using handle = await open(folder, 'r');
  await handle.sync();
}
