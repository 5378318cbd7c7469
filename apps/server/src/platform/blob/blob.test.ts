import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BlobStore, BlobTooLarge, createDiskBlobStore } from './index.ts';

let folder: string;
let store: BlobStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei blob '));
  store = createDiskBlobStore(folder);
});
afterAll(() => rm(folder, { recursive: true }));

it('gives back the bytes it was given, and keeps the same bytes once', async () => {
  const one = await store.put('w', Readable.from([Buffer.from('きょう'), Buffer.from('は')]), 100);
  const two = await store.put('w', Readable.from([Buffer.from('きょうは')]), 100);
  expect(two).toEqual(one);
  expect((await buffer(store.read('w', one.sha256))).toString()).toBe('きょうは');
  expect(await readdir(join(folder, 'w', 'incoming'))).toEqual([]);
});

it('refuses more than it may take and keeps nothing of it', async () => {
  const before = await readdir(join(folder, 'w'), { recursive: true });
  await expect(store.put('w', Readable.from([Buffer.alloc(60), Buffer.alloc(60)]), 100)).rejects.toThrow(
    BlobTooLarge,
  );
  expect(await readdir(join(folder, 'w'), { recursive: true })).toEqual(before);
});
