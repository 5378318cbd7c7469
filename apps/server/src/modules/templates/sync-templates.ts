import type { ProviderClient } from '#modules/channels';
import type { Platform } from '#platform/module';
import { replaceTemplates } from './store.ts';

/** Reads all templates of an account from its provider and makes ours the same. Throws `ProviderCallError`. */
export async function syncTemplates(
  platform: Platform,
  workspaceId: string,
  wabaId: string,
  provider: ProviderClient,
): Promise<void> {
  const templates = await provider.listTemplates();
  await platform.database.inTenant(workspaceId, async (tx) => {
    await replaceTemplates(tx, wabaId, templates, platform.clock.now());
    tx.publish({ type: 'template.updated', wabaId });
  });
}
