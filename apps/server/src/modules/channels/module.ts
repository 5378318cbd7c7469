import type { ChannelState, Problem } from '@renkei/contract';
import type { Dispatcher } from 'undici';
import type { SecretBox } from '#platform/crypto';
import type { TenantTransaction } from '#platform/database';
import type { Platform, ServerModule } from '#platform/module';
import { type ChannelConnection, createConnections, placeOf, providerOf } from './connections.ts';
import { createEndpoints, type Endpoints } from './endpoints.ts';
import { markState } from './mark-state.ts';
import type { ChannelReader, ChannelsContext } from './needs.ts';
import { type ChannelFiles, openFiles } from './open-files.ts';
import type { Provider } from './port.ts';
import { createProviders } from './registry.ts';
import { createRoutes } from './routes.ts';
import { findChannelOfAccount, findChannelRows, listSharingRows } from './store.ts';

/** What other modules may know of a channel. */
export interface ChannelFacts {
  readonly id: string;
  readonly provider: string;
  readonly name: string;
  readonly displayPhoneNumber: string;
  /** Digits only. */
  readonly phoneNumber: string;
  /** See `ChannelConnection`. */
  readonly place: string;
  readonly wabaId: string;
  readonly state: ChannelState;
  readonly problem: Problem | null;
  readonly messagesPerSecond: number;
  /** Whether the number also lives in the WhatsApp Business app. */
  readonly onBusinessApp: boolean;
  /** The business portfolio that owns the account; null: not told. */
  readonly portfolioId: string | null;
  /** In the provider's words, see the dispatcher's rules/portfolio.ts; null: not told. */
  readonly messagingLimit: string | null;
}

export interface Channels {
  readonly endpoints: Endpoints;
  /** Throws `not_found`, or `channel_not_sending` for a disconnected number. */
  connection(workspaceId: string, channelId: string): Promise<ChannelConnection>;
  /** Any connected number of this business account; undefined: there is none (any more). */
  connectionOfAccount(workspaceId: string, wabaId: string): Promise<ChannelConnection | undefined>;
  /** The way of files to and from the provider. What was received before a move is fetched where the number was then. */
  files(workspaceId: string, channelId: string): Promise<ChannelFiles>;
  viewFacts(
    transaction: TenantTransaction,
    channelIds: readonly string[],
  ): Promise<ReadonlyMap<string, ChannelFacts>>;
  /** Connected numbers of the same business account, or of the same app. */
  listSharing(
    transaction: TenantTransaction,
    channelId: string,
    scope: 'account' | 'app',
  ): Promise<readonly string[]>;
  /** Publishes `channel.updated`. With `credentialsVersion` only while the channel still has that token. */
  markState(
    transaction: TenantTransaction,
    channelId: string,
    state: Exclude<ChannelState, 'disconnected'>,
    problem: Problem | null,
    credentialsVersion?: string,
  ): Promise<void>;
  /** Called after a channel was connected or refreshed. */
  whenRead(reader: ChannelReader): void;
  provider(name: string): Provider;
  /** Closes the connections to the providers. */
  close(): Promise<void>;
}

export interface ChannelsNeeds {
  readonly config: {
    readonly publicUrl: string;
    readonly graphUrl: string;
    readonly graphVersion: string;
    readonly dialog360Url: string;
    readonly twilioUrl: string | null;
  };
  readonly secretBox: SecretBox;
  readonly recordAudit: ChannelsContext['recordAudit'];
  readonly traffic: ChannelsContext['traffic'];
  /** Instead of connections of our own, for tests. */
  readonly dispatcher?: Dispatcher;
}

export function createChannelsModule(
  platform: Platform,
  needs: ChannelsNeeds,
): { readonly module: ServerModule; readonly channels: Channels } {
  const { config, secretBox, recordAudit, traffic, dispatcher } = needs;
  const endpoints = createEndpoints(platform, secretBox);
  const context: ChannelsContext = {
    platform,
    secretBox,
    recordAudit,
    traffic,
    publicUrl: config.publicUrl,
    providers: createProviders({
      ...config,
      now: () => platform.clock.now(),
      ...(dispatcher ? { dispatcher } : {}),
    }),
    readers: new Set(),
    endpoints,
  };
  const connections = createConnections(context);
  const channels: Channels = {
    endpoints,
    connection: (workspaceId, channelId) => connections.open(workspaceId, channelId),
    async connectionOfAccount(workspaceId, wabaId) {
      const id = await platform.database.inTenant(workspaceId, (tx) => findChannelOfAccount(tx, wabaId));
      return id === undefined ? undefined : connections.open(workspaceId, id);
    },
    files: (workspaceId, channelId) => openFiles(connections, workspaceId, channelId),
    viewFacts,
    listSharing: listSharingRows,
    markState: (tx, channelId, state, problem, credentialsVersion) =>
      markState(platform, tx, channelId, state, problem, credentialsVersion),
    whenRead: (reader) => void context.readers.add(reader),
    provider: (name) => providerOf(context, name),
    close: async () => {
      await Promise.all([...context.providers.values()].map((provider) => provider.close()));
    },
  };
  const module = { name: 'channels', routes: createRoutes(context, connections), workers: [] };
  return { module, channels };
}

async function viewFacts(tx: TenantTransaction, channelIds: readonly string[]) {
  const rows = await findChannelRows(tx, channelIds);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        provider: row.provider,
        name: row.name,
        displayPhoneNumber: row.displayPhoneNumber,
        phoneNumber: row.phoneNumber,
        place: placeOf(row),
        wabaId: row.wabaId,
        state: row.state,
        problem: row.stateReason,
        messagesPerSecond: row.messagesPerSecond,
        onBusinessApp: row.onBusinessApp,
        portfolioId: row.portfolioId,
        messagingLimit: row.messagingLimit,
      },
    ]),
  );
}
