import type { Principal } from '#platform/module';
import type { OutboundContext } from '../outbound/needs.ts';
import { dismissRows } from './store-health.ts';

/** Leaves messages as they are, as a person's decision: nobody has to look at them any more. Audited. Gives whose it did. */
export function dismissMessages(
  { platform, recordAudit }: OutboundContext,
  principal: Principal,
  messageIds: readonly string[],
): Promise<readonly string[]> {
  return platform.database.inTenant(principal.workspaceId, async (tx) => {
    const dismissed = await dismissRows(tx, messageIds, platform.clock.now());
    for (const { messageId, state } of dismissed) {
      await recordAudit(tx, {
        principal,
        action: 'message.dismissed',
        subjectId: messageId,
        detail: { state },
      });
    }
    return dismissed.map(({ messageId }) => messageId);
  });
}
