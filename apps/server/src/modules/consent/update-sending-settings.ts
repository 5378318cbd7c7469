import type { RouteBody, routes, SendingSettings } from '@renkei/contract';
import type { Principal } from '#platform/module';
import type { ConsentNeeds } from './needs.ts';
import { readSendingSettings } from './settings.ts';
import { storeSettings } from './store-settings.ts';

/** Changes the rules by which the workspace sends. What is queued already is judged by them too. */
export function updateSendingSettings(
  { platform, recordAudit }: ConsentNeeds,
  principal: Principal,
  change: RouteBody<typeof routes.updateSendingSettings>,
): Promise<SendingSettings> {
  return platform.database.inTenant(principal.workspaceId, async (tx) => {
    await storeSettings(tx, change, platform.clock.now());
    await recordAudit(tx, {
      principal,
      action: 'sendingSettings.update',
      subjectId: principal.workspaceId,
      detail: change,
    });
    return readSendingSettings(tx);
  });
}
