import { join } from 'node:path';
import type { Config } from '#config';
import { type BlobStore, createDiskBlobStore, createS3BlobStore } from '#platform/blob';

/** Where files are kept: in the bucket if there is one, which they reach by way of the data folder. */
export function openBlobs({ bucket, dataDir }: Pick<Config, 'bucket' | 'dataDir'>): BlobStore {
  const folder = join(dataDir, 'media');
  return bucket ? createS3BlobStore(bucket, join(folder, 'incoming')) : createDiskBlobStore(folder);
}
