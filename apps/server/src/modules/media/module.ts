import type { Media, MediaContentKind } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import type { ServerModule } from '#platform/module';
import { downloadMedia } from './download-media.ts';
import { expectFromProvider, type ProviderMedia } from './expect-from-provider.ts';
import { downloadMediaJob } from './jobs.ts';
import type { MediaNeeds } from './needs.ts';
import { provideForSend } from './provide-for-send.ts';
import { mediaRoutes } from './routes.ts';
import { findMedia } from './store.ts';
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
  factsForSend(transaction: TenantTransaction, mediaId: string): Promise<MediaSendFacts | undefined>;
  provideForSend(
    workspaceId: string,
    channelId: string,
    mediaId: string,
  ): Promise<{ readonly providerMediaId: string }>;
  view(transaction: TenantTransaction, mediaIds: readonly string[]): Promise<ReadonlyMap<string, Media>>;
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
      provideForSend: (workspaceId, channelId, mediaId) =>
        provideForSend(needs, workspaceId, channelId, mediaId),
      view: viewMedia,
      async factsForSend(transaction, mediaId) {
        const [row] = await findMedia(transaction, [mediaId]);
        if (!row) return undefined;
        const { kind, state, mime_type: mimeType, file_name: fileName } = row;
        return {
          kind,
          state,
          mimeType,
          fileName,
          sizeBytes: row.size_bytes === null ? null : Number(row.size_bytes),
        };
      },
    },
  };
}
