/** Files by their hash: one port, kept on disk or in a bucket. */
export { createDiskBlobStore } from './disk.ts';
export { type BlobStore, BlobTooLarge, type ByteRange, type ReceivedFile, type StoredBlob } from './port.ts';
export { createS3BlobStore, probeBucket, type S3Settings } from './s3.ts';
