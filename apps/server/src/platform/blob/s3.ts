import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { BlobStore, ByteRange } from './port.ts';
import { receiveFile } from './receive-file.ts';

export interface S3Settings {
  /** Null: Amazon's own, by the region. */
  readonly endpoint: string | null;
  readonly bucket: string;
  readonly region: string;
  /** Null: as the AWS SDK finds them (environment, instance role). */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`. */
  readonly pathStyle: boolean;
}

const partBytes = 8 * 1024 * 1024;

/** Files in a bucket of S3 or anything that speaks like it; what comes in passes through `incomingFolder`. */
export function createS3BlobStore(settings: S3Settings, incomingFolder: string): BlobStore {
  const bucket = settings.bucket;
  const sdk = lazily(() => openBucket(settings));
  const keyOf = (workspaceId: string, sha256: string) => `${workspaceId}/${sha256.slice(0, 2)}/${sha256}`;

  async function* readBytes(key: string, range: ByteRange | undefined): AsyncGenerator<Uint8Array> {
    const { s3, client } = await sdk();
    const { Body } = await client.send(
      new s3.GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}),
      }),
    );
    if (!(Body instanceof Readable)) throw new Error(`The bucket gave no bytes for ${key}.`);
    yield* Body;
  }

  const store: BlobStore = {
    receive: (source, maxBytes) => receiveFile(incomingFolder, source, maxBytes),
    async keep(workspaceId, file) {
      const { s3, client, Upload } = await sdk();
      const Key = keyOf(workspaceId, file.sha256);
      const head = client.send(new s3.HeadObjectCommand({ Bucket: bucket, Key }));
      if (await head.then(() => true, isMissing)) return;
      const Body = createReadStream(file.path);
      const params = { Bucket: bucket, Key, Body, ContentType: 'application/octet-stream' };
      await new Upload({ client, params, partSize: partBytes, queueSize: 2 }).done();
    },
    async put(workspaceId, source, maxBytes) {
      await using file = await store.receive(source, maxBytes);
      await store.keep(workspaceId, file);
      return { sha256: file.sha256, sizeBytes: file.sizeBytes };
    },
    read: (workspaceId, sha256, range) =>
      Readable.from(readBytes(keyOf(workspaceId, sha256), range), { objectMode: false }),
    async remove(workspaceId, sha256) {
      const { s3, client } = await sdk();
      await client.send(new s3.DeleteObjectCommand({ Bucket: bucket, Key: keyOf(workspaceId, sha256) }));
    },
  };
  return store;
}

/** Writes, reads and removes a small object, as the server would. Throws what the bucket says. */
export async function probeBucket(settings: S3Settings): Promise<void> {
  const { s3, client } = await openBucket(settings);
  const place = { Bucket: settings.bucket, Key: '.renkei-doctor' };
  try {
    await client.send(new s3.PutObjectCommand({ ...place, Body: 'renkei' }));
    const { Body } = await client.send(new s3.GetObjectCommand(place));
    if ((await Body?.transformToString()) !== 'renkei')
      throw new Error('Other bytes came back than were put.');
    await client.send(new s3.DeleteObjectCommand(place));
  } finally {
    client.destroy();
  }
}

/** The SDK is some 30 MB in memory: only those who use a bucket have it. */
async function openBucket({ endpoint, region, credentials, pathStyle }: S3Settings) {
  const [s3, { Upload }] = await Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/lib-storage')]);
  const client: S3Client = new s3.S3Client({
    region,
    forcePathStyle: pathStyle,
    ...(endpoint === null ? {} : { endpoint }),
    ...(credentials === null ? {} : { credentials }),
    // Many S3-alikes refuse the checksums that the SDK adds by itself since 2025.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { s3, client, Upload };
}

/** False for "no such object"; any other error is thrown on. */
function isMissing(error: unknown): false {
  if (error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey')) return false;
  throw error;
}

function lazily<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
