import type { ReceivedTemplateChange } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import { applyTemplateUpdate } from './apply-template-update.ts';

/** For ingest: what webhooks told about templates, in the order in which they came. */
export async function takeTemplateChanges(
  transaction: TenantTransaction,
  changes: readonly (ReceivedTemplateChange & { readonly receivedAt: Date })[],
): Promise<void> {
  for (const change of changes) {
    await applyTemplateUpdate(transaction, {
      wabaId: change.accountId,
      providerTemplateId: change.providerTemplateId,
      toldAt: change.toldAt ?? change.receivedAt,
      status: change.status ?? undefined,
      statusReason: change.statusReason ?? undefined,
      category: change.category ?? undefined,
      quality: change.quality ?? undefined,
    });
  }
}
