import type { SecretBox } from '#platform/crypto';
import type { TenantTransaction } from '#platform/database';
import type { Platform, Principal } from '#platform/module';
import type { EndpointCache } from './endpoints.ts';
import type { ProviderClient } from './port.ts';
import type { Providers } from './registry.ts';

/** What is going on at a channel, told by whoever owns the messages. */
export interface ChannelTraffic {
  readonly queuedCount: number;
  readonly lastInboundAt: Date | null;
}

export interface AuditEntry {
  readonly principal: Principal | null;
  readonly action: string;
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Reads more from the provider after a channel was connected or refreshed; may throw. */
export type ChannelReader = (channel: {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly wabaId: string;
  readonly provider: ProviderClient;
}) => Promise<void>;

/** What the use cases of this module work with. */
export interface ChannelsContext {
  readonly platform: Platform;
  readonly secretBox: SecretBox;
  readonly providers: Providers;
  readonly publicUrl: string;
  readonly recordAudit: (transaction: TenantTransaction, entry: AuditEntry) => Promise<void>;
  readonly traffic: (
    transaction: TenantTransaction,
    channelIds: readonly string[],
  ) => Promise<ReadonlyMap<string, ChannelTraffic>>;
  readonly readers: Set<ChannelReader>;
  readonly endpoints: Pick<EndpointCache, 'forget'>;
}
