import type { Readable } from 'node:stream';
import type { BlobStore } from '#platform/blob';
import type { JobQueue } from '#platform/jobs';
import type { Platform } from '#platform/module';
import type { Ffmpeg } from './convert/ffmpeg.ts';
import type { PublishedLinks } from './published-links.ts';

/** What media asks of a channel's provider. */
export interface MediaProvider {
  fetchMedia(providerMediaId: string): Promise<{
    readonly stream: Readable;
    /** Null: the provider does not say. */
    readonly sizeBytes: number | null;
    /** Lower-case hex. Null: the provider does not say. */
    readonly sha256: string | null;
  }>;
  uploadMedia(file: {
    readonly bytes: () => Readable;
    readonly sizeBytes: number;
    readonly mimeType: string;
    readonly fileName: string;
    /** An address under which everybody can fetch the bytes until then. */
    readonly publish: () => Promise<{ readonly url: string; readonly expiresAt: Date }>;
  }): Promise<{ readonly providerMediaId: string; readonly expiresAt: Date }>;
  /** Which number at which provider: ids of files count there only. */
  readonly place: string;
  uploadHeaderSample(file: {
    readonly bytes: (fromByte: number) => Readable;
    readonly sizeBytes: number;
    readonly mimeType: string;
    readonly fileName: string;
  }): Promise<{ readonly handle: string }>;
}

export interface MediaNeeds {
  readonly platform: Platform;
  readonly blobs: BlobStore;
  readonly jobs: JobQueue;
  /** Undefined: there is none on this machine, and what needs it is refused in words. */
  readonly ffmpeg: Ffmpeg | undefined;
  readonly links: PublishedLinks;
  readonly providerOf: (workspaceId: string, channelId: string) => Promise<MediaProvider>;
}
