import type { Readable } from 'node:stream';
import type { BlobStore } from '#platform/blob';
import type { JobQueue } from '#platform/jobs';
import type { Platform } from '#platform/module';

/** What media asks of a channel's provider. */
export interface MediaProvider {
  fetchMedia(providerMediaId: string): Promise<{ readonly stream: Readable; readonly mimeType: string }>;
  uploadMedia(file: {
    readonly bytes: () => Readable;
    readonly sizeBytes: number;
    readonly mimeType: string;
    readonly fileName: string;
  }): Promise<{ readonly providerMediaId: string; readonly expiresAt: Date }>;
}

export interface MediaNeeds {
  readonly platform: Platform;
  readonly blobs: BlobStore;
  readonly jobs: JobQueue;
  readonly providerOf: (workspaceId: string, channelId: string) => Promise<MediaProvider>;
}
