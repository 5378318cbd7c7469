import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBucket, type TestBucket } from '../../../test/start-test-bucket.ts';
import {
  type BlobStore,
  BlobTooLarge,
  createDiskBlobStore,
  createS3BlobStore,
  probeBucket,
} from './index.ts';

let folder: string;
let bucket: TestBucket;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei blob '));
  bucket = await startTestBucket();
});
afterAll(async () => {
  await bucket.stop();
  await rm(folder, { recursive: true });
});

/** In the words of the disk or of S3. */
const nothingThere = /ENOENT|NoSuchKey|not exist/;

const drivers: readonly (readonly [string, () => BlobStore])[] = [
  ['on disk', () => createDiskBlobStore(join(folder, 'disk'))],
  ['in a bucket', () => createS3BlobStore(bucket.settings, join(folder, 'bucket', 'incoming'))],
];

describe.each(drivers)('files %s', (name, createStore) => {
  const store = () => createStore();
  const incoming = () =>
    readdir(join(folder, name === 'on disk' ? 'disk' : 'bucket', 'incoming')).catch(() => []);
  const put = (workspaceId: string, ...chunks: readonly Buffer[]) =>
    store().put(workspaceId, Readable.from(chunks), 20_000_000);
  const readAll = (workspaceId: string, sha256: string) => buffer(store().read(workspaceId, sha256));

  it('come back as they were put, and the same bytes are kept once', async () => {
    const one = await put('w', Buffer.from('きょう'), Buffer.from('は'));
    expect(await put('w', Buffer.from('きょうは'))).toEqual(one);
    expect((await readAll('w', one.sha256)).toString()).toBe('きょうは');
    expect(await incoming()).toEqual([]);
  });

  it('of several parts come back whole', async () => {
    const bytes = randomBytes(17_000_000);
    const { sha256, sizeBytes } = await put('w', bytes);
    expect(sizeBytes).toBe(bytes.byteLength);
    expect((await readAll('w', sha256)).equals(bytes)).toBe(true);
  });

  it('are read in part', async () => {
    const { sha256 } = await put('w', Buffer.from('0123456789'));
    expect((await buffer(store().read('w', sha256, { start: 2, end: 5 }))).toString()).toBe('2345');
  });

  it('are refused when larger than allowed, and nothing of them is left', async () => {
    const chunks = Readable.from([Buffer.alloc(60), Buffer.alloc(60)]);
    await expect(store().put('w', chunks, 100)).rejects.toThrow(BlobTooLarge);
    expect(await incoming()).toEqual([]);
  });

  it('of one workspace are not those of another', async () => {
    const { sha256 } = await put('w', Buffer.from('ours'));
    await expect(readAll('other', sha256)).rejects.toThrow(nothingThere);
  });

  it('are gone once removed, and removing them twice is no harm', async () => {
    const { sha256 } = await put('w', Buffer.from('to be forgotten'));
    await store().remove('w', sha256);
    await store().remove('w', sha256);
    await expect(readAll('w', sha256)).rejects.toThrow(nothingThere);
  });

  it('that were received and not kept leave nothing', async () => {
    {
      await using file = await store().receive(Readable.from([Buffer.from('perhaps')]), 100);
      expect(await incoming()).toHaveLength(1);
      expect(file.sizeBytes).toBe(7);
    }
    expect(await incoming()).toEqual([]);
  });
});

it('probes a bucket, and says when the key is wrong', async () => {
  await probeBucket(bucket.settings);
  const wrong = { accessKeyId: 'S3RVER', secretAccessKey: 'wrong' };
  await expect(probeBucket({ ...bucket.settings, credentials: wrong })).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
  });
});
