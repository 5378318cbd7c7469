import { tokenPlace } from '../connections.ts';
import type { ChannelsContext } from '../needs.ts';
import type { SavedChannel } from '../store.ts';
import type { Established } from './establish-connection.ts';

/** The row of a channel that has just been connected or moved; only its name and its age are somebody else's. */
export async function rowOf(
  context: ChannelsContext,
  workspaceId: string,
  id: string,
  { provider, account, endpointId, provesAppSecret, number }: Established,
): Promise<Omit<SavedChannel, 'name' | 'createdAt'>> {
  return {
    workspaceId,
    id,
    provider: provider.name,
    phoneNumberId: account.phoneNumberId,
    wabaId: account.wabaId,
    phoneNumber: number.phoneNumber,
    displayPhoneNumber: number.displayPhoneNumber,
    endpointId,
    accessTokenEncrypted: await context.secretBox.seal(account.accessToken, tokenPlace({ workspaceId, id })),
    provesAppSecret,
    providerSettings: account.settings,
    state: 'connected',
    stateReason: null,
    stateSince: context.platform.clock.now(),
    qualityRating: number.qualityRating,
    messagesPerSecond: number.messagesPerSecond,
    onBusinessApp: number.onBusinessApp,
    messagingLimit: number.messagingLimit,
    portfolioId: number.portfolioId,
    tokenExpiresAt: number.tokenExpiresAt ?? null,
    disconnectedAt: null,
  };
}
