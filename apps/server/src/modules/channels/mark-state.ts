import type { ChannelState, Problem } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import type { Platform } from '#platform/module';
import { updateState } from './store.ts';

/**
 * Sets a channel's state and tells everybody; nothing happens when it has that state already, was disconnected, or has
 * got another token since (`credentialsVersion`).
 */
export async function markState(
  platform: Pick<Platform, 'clock'>,
  tx: TenantTransaction,
  channelId: string,
  state: Exclude<ChannelState, 'disconnected'>,
  problem: Problem | null,
  credentialsVersion: string | null = null,
): Promise<void> {
  if (!(await updateState(tx, channelId, state, problem, platform.clock.now(), credentialsVersion))) return;
  tx.publish({ type: 'channel.updated', channelId });
  tx.wake('outbox', `${tx.workspaceId}/${channelId}`);
}
