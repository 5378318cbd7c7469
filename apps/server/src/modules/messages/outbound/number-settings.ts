import type { NumberSettings } from '@renkei/contract';
import type { Principal } from '#platform/module';
import { writeNumberSettings } from '../dispatcher/store/store-number-settings.ts';
import { loadChannel } from './gate-facts.ts';
import type { OutboundContext } from './needs.ts';

/** How people want a number to send. Throws `not_found`. */
export function getNumberSettings(
  context: OutboundContext,
  workspaceId: string,
  channelId: string,
): Promise<NumberSettings> {
  return context.platform.database.inTenant(workspaceId, async (tx) => {
    await loadChannel(context, tx, channelId);
    return context.store.readNumberSettings(tx, channelId);
  });
}

/** What is undefined stays as it is. Counts from the number's next turn on. Audited. Throws `not_found`. */
export function updateNumberSettings(
  context: OutboundContext,
  principal: Principal,
  channelId: string,
  changes: { readonly [Key in keyof NumberSettings]?: NumberSettings[Key] | undefined },
): Promise<NumberSettings> {
  const { platform, store, recordAudit } = context;
  return platform.database.inTenant(principal.workspaceId, async (tx) => {
    await loadChannel(context, tx, channelId);
    const before = await store.readNumberSettings(tx, channelId);
    const after: NumberSettings = {
      messagesPerSecond:
        changes.messagesPerSecond === undefined ? before.messagesPerSecond : changes.messagesPerSecond,
      waitsForDelivery: changes.waitsForDelivery ?? before.waitsForDelivery,
      requeuesUnconfirmed: changes.requeuesUnconfirmed ?? before.requeuesUnconfirmed,
    };
    await writeNumberSettings(tx, channelId, after, platform.clock.now());
    const entry = { principal, subjectId: channelId, detail: { before, after } };
    await recordAudit(tx, { ...entry, action: 'channel.sending_changed' });
    return after;
  });
}
