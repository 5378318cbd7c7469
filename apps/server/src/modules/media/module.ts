import type { Media, MediaContentKind } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import type { ServerModule } from '#platform/module';
import { downloadMedia } from './download-media.ts';
import { expectFromProvider, type ProviderMedia } from './expect-from-provider.ts';
import { downloadMediaJob } from './jobs.ts';
import type { MediaNeeds } from './needs.ts';
import { createProvideForSend, type ProvideForSend } from './provide-for-send.ts';
import { provideHeaderSample } from './provide-header-sample.ts';
import { mediaRoutes } from './routes.ts';
import { findMedia, type MediaRow } from './store.ts';
import { forgetFiles } from './upkeep.ts';
import { viewMedia } from './view-media.ts';

/** What the gate needs to know of a file before it is sent. */
export interface MediaSendFacts {
  readonly kind: MediaContentKind;
  readonly state: 'pending' | 'stored' | 'failed';
  readonly mimeType: string;
  readonly sizeBytes: number | null;
  readonly fileName: string | null;
}

export interface MediaService {
  expectFromProvider(
    transaction: TenantTransaction,
    items: readonly ProviderMedia[],
  ): Promise<readonly string[]>;
  /** By id; files that do not exist are left out. */
  factsForSend(
    transaction: TenantTransaction,
    mediaIds: readonly string[],
  ): Promise<ReadonlyMap<string, MediaSendFacts>>;
  readonly provideForSend: ProvideForSend;
  /** The handle of a file that shows what a template's header will look like. */
  provideHeaderSample(
    workspaceId: string,
    channelId: string,
    mediaId: string,
  ): Promise<{ readonly handle: string }>;
  view(transaction: TenantTransaction, mediaIds: readonly string[]): Promise<ReadonlyMap<string, Media>>;
  /** Removes those of these files that no message shows any more. */
  forgetFiles(workspaceId: string, mediaIds: readonly string[]): Promise<void>;
}

export function createMediaModule(needs: MediaNeeds): {
  readonly module: ServerModule;
  readonly media: MediaService;
} {
  needs.jobs.handle(downloadMediaJob, (job, run) => downloadMedia(needs, job, run));
  return {
    module: { name: 'media', routes: mediaRoutes(needs), workers: [] },
    media: {
      expectFromProvider: (transaction, items) => expectFromProvider(needs, transaction, items),
      provideForSend: createProvideForSend(needs),
      provideHeaderSample: (workspaceId, channelId, mediaId) =>
        provideHeaderSample(needs, workspaceId, channelId, mediaId),
      view: viewMedia,
      forgetFiles: (workspaceId, mediaIds) => forgetFiles(needs, workspaceId, mediaIds),
      async factsForSend(transaction, mediaIds) {
        const rows = await findMedia(transaction, mediaIds);
        return new Map(rows.map((row) => [row.id, toSendFacts(row)]));
      },
    },
  };
}

function toSendFacts(row: MediaRow): MediaSendFacts {
  const { kind, state, mime_type: mimeType, file_name: fileName, size_bytes: sizeBytes } = row;
  return { kind, state, mimeType, fileName, sizeBytes: sizeBytes === null ? null : Number(sizeBytes) };
}
