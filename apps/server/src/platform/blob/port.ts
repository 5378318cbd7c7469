import type { Readable } from 'node:stream';

export interface StoredBlob {
  /** Lower-case hex; the name of the bytes within their workspace. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Inclusive, as in RFC 9110. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Bytes on this machine's disk that are nobody's yet; gone when disposed of. */
export interface ReceivedFile extends StoredBlob, AsyncDisposable {
  readonly path: string;
}

/** Where files live. Bytes are named by their hash, per workspace, so the same bytes are kept once. */
export interface BlobStore {
  /** Takes a stream to disk with flat memory. Throws `BlobTooLarge` beyond `maxBytes` and leaves nothing then. */
  receive(source: Readable, maxBytes: number): Promise<ReceivedFile>;
  /** Keeps what was received; does nothing where these bytes are already kept. */
  keep(workspaceId: string, file: ReceivedFile): Promise<void>;
  /** `receive` and `keep` in one. */
  put(workspaceId: string, source: Readable, maxBytes: number): Promise<StoredBlob>;
  /** The stream fails when there are no such bytes. */
  read(workspaceId: string, sha256: string, range?: ByteRange): Readable;
  /** Does nothing where there are no such bytes. The caller knows that nobody needs them any more. */
  remove(workspaceId: string, sha256: string): Promise<void>;
}

export class BlobTooLarge extends Error {
  override readonly name = 'BlobTooLarge';
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`More than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}
