import type {
  Endpoints,
  ReceivedCall,
  ReceivedMessage,
  ReceivedNumberChange,
  ReceivedPreference,
  ReceivedRevision,
  ReceivedSighting,
  ReceivedStatus,
  ReceivedTemplateChange,
} from '#modules/channels';
import type { Identity } from '#modules/identity';
import type { StatementPool, TenantTransaction } from '#platform/database';
import type { Platform } from '#platform/module';

/** Where a fact came in. */
export interface Origin {
  readonly channelId: string;
  readonly receivedAt: Date;
}

/** Who takes what is said to and by people, in the transaction that also marks it done. */
export interface InboundSink {
  /** In the order of arrival. Repeated messages must have no effect. */
  receiveMessages(
    transaction: TenantTransaction,
    messages: readonly (ReceivedMessage & Origin)[],
  ): Promise<void>;
  /** Edits and revokes, in any order, also before their message. */
  reviseMessages(
    transaction: TenantTransaction,
    revisions: readonly (ReceivedRevision & Origin)[],
  ): Promise<void>;
  receiveCalls(transaction: TenantTransaction, calls: readonly (ReceivedCall & Origin)[]): Promise<void>;
  noticePeople(
    transaction: TenantTransaction,
    people: {
      readonly sightings: readonly (ReceivedSighting & Origin)[];
      readonly preferences: readonly (ReceivedPreference & Origin)[];
    },
  ): Promise<void>;
  mergeStatuses(
    transaction: TenantTransaction,
    statuses: readonly (ReceivedStatus & Origin)[],
  ): Promise<void>;
}

/** Who keeps what the account told about its templates and numbers, in the same transaction. */
export interface AccountSink {
  changeTemplates(
    transaction: TenantTransaction,
    changes: readonly (ReceivedTemplateChange & { readonly receivedAt: Date })[],
  ): Promise<void>;
  changeNumbers(transaction: TenantTransaction, changes: readonly ReceivedNumberChange[]): Promise<void>;
  /** The WhatsApp Business app of these numbers was in use. */
  noteBusinessApp(
    transaction: TenantTransaction,
    seen: readonly { readonly channelId: string; readonly at: Date }[],
  ): Promise<void>;
  /** Ids of connected channels by the digits of their numbers. */
  findChannels(
    transaction: TenantTransaction,
    phoneNumbers: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
}

export interface IngestNeeds {
  readonly platform: Platform;
  readonly endpoints: Endpoints;
  readonly sink: InboundSink;
  readonly account: AccountSink;
  /** Connections of its own, so that nothing else in the process keeps a webhook waiting: three are enough. */
  readonly intakeStatements: StatementPool;
  readonly recordAudit: Identity['recordAudit'];
  /** How providers call us. */
  readonly publicUrl: string;
}
