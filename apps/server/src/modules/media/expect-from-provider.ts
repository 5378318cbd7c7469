import type { MediaContentKind } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { downloadMediaJob } from './jobs.ts';
import type { MediaNeeds } from './needs.ts';
import { insertExpectedMedia } from './store.ts';

export interface ProviderMedia {
  readonly channelId: string;
  readonly providerMediaId: string;
  readonly kind: MediaContentKind;
  readonly mimeType: string;
  readonly fileName: string | null;
}

/**
 * Notes files that the provider holds for us and queues their download, in the caller's transaction: the message that
 * shows them and the job that brings them exist together or not at all. Gives our ids in the order asked.
 */
export async function expectFromProvider(
  { platform, jobs }: MediaNeeds,
  transaction: TenantTransaction,
  items: readonly ProviderMedia[],
): Promise<readonly string[]> {
  if (items.length === 0) return [];
  const expected = items.map((item) => ({ ...item, id: newId() }));
  const { inserted, idOf } = await insertExpectedMedia(transaction, expected, platform.clock.now());
  const { workspaceId } = transaction;
  await jobs.enqueue(
    transaction,
    downloadMediaJob,
    inserted.map((mediaId) => ({ workspaceId, mediaId })),
  );
  return expected.map((item) => idOf.get(`${item.channelId}/${item.providerMediaId}`) ?? item.id);
}
