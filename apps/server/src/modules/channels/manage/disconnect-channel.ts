import { createProblem, RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import type { ChannelsContext } from '../needs.ts';
import { lockChannelRow, saveChannel } from '../store.ts';
import { forgetFormerConnections } from '../store-former-connections.ts';

/**
 * Disconnects a number: its token is forgotten, and those of where it was before it moved; its conversations stay, what
 * waits to be sent fails and says why.
 * Connecting the same number again brings this channel back.
 */
export async function disconnectChannel(
  context: ChannelsContext,
  principal: Principal,
  channelId: string,
): Promise<void> {
  const endpointId = await context.platform.database.inTenant(principal.workspaceId, async (tx) => {
    const row = await lockChannelRow(tx, channelId);
    if (!row || row.disconnectedAt) throw new RenkeiError('not_found');
    const now = context.platform.clock.now();
    await saveChannel(tx, {
      ...row,
      accessTokenEncrypted: '',
      state: 'disconnected',
      stateReason: createProblem('channel_not_sending', {
        detail: { en: 'The number was disconnected.', ja: 'この番号の接続は解除されました。' },
        remedy: {
          en: 'Connect it again in Settings → Channels.',
          ja: '「設定 → チャネル」で再接続してください。',
        },
      }),
      stateSince: now,
      disconnectedAt: now,
    });
    await forgetFormerConnections(tx, channelId);
    await context.recordAudit(tx, {
      principal,
      action: 'channel.disconnected',
      subjectId: channelId,
      detail: { phoneNumberId: row.phoneNumberId },
    });
    tx.publish({ type: 'channel.updated', channelId });
    tx.wake('endpoints', row.endpointId);
    tx.wake('outbox', `${tx.workspaceId}/${channelId}`);
    return row.endpointId;
  });
  context.endpoints.forget(endpointId);
}
