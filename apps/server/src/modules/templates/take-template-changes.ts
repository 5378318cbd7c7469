import type { ReceivedTemplateChange } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import type { JobQueue } from '#platform/jobs';
import { applyTemplateUpdate } from './apply-template-update.ts';
import { readTemplatesJob } from './jobs.ts';

type Change = ReceivedTemplateChange & { readonly receivedAt: Date };

/**
 * For ingest: what webhooks told about templates, in the order in which they came. Where a template is new to us or its
 * words have changed, all of its account are read again in the background.
 */
export async function takeTemplateChanges(
  jobs: Pick<JobQueue, 'enqueue'>,
  transaction: TenantTransaction,
  changes: readonly Change[],
): Promise<void> {
  const outdated = new Set<string>();
  for (const change of changes) {
    const isKnown = await applyTemplateUpdate(transaction, {
      wabaId: change.accountId,
      providerTemplateId: change.providerTemplateId,
      toldAt: change.toldAt ?? change.receivedAt,
      status: change.status ?? undefined,
      statusReason: change.statusReason ?? undefined,
      category: change.category ?? undefined,
      quality: change.quality ?? undefined,
    });
    if (!isKnown || hasOtherWords(change)) outdated.add(change.accountId);
  }
  const { workspaceId } = transaction;
  const payloads = [...outdated].map((wabaId) => ({ workspaceId, wabaId }));
  if (payloads.length > 0) await jobs.enqueue(transaction, readTemplatesJob, payloads);
}

/** Told of, but of nothing that a row says by itself: its components are others now. */
function hasOtherWords({ status, category, quality }: Change): boolean {
  return status === null && category === null && quality === null;
}
