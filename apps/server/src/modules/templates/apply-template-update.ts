import type { TenantTransaction } from '#platform/database';
import { updateTemplateRow } from './store.ts';
import type { TemplateUpdate } from './template-update.ts';

/**
 * Takes over what was told, in the caller's transaction. False: we do not know this template (yet), so all of them have
 * to be read again.
 */
export async function applyTemplateUpdate(tx: TenantTransaction, update: TemplateUpdate): Promise<boolean> {
  const known = await updateTemplateRow(tx, update);
  if (known) tx.publish({ type: 'template.updated', wabaId: update.wabaId });
  return known;
}
