import type { Endpoints, ReceivedMessage, ReceivedStatus } from '#modules/channels';
import type { Identity } from '#modules/identity';
import type { Database, TenantTransaction } from '#platform/database';
import type { Platform } from '#platform/module';

/** Where a fact came in. */
export interface Origin {
  readonly channelId: string;
  readonly receivedAt: Date;
}

/** Who takes what webhooks say, in the transaction that also marks them done. */
export interface InboundSink {
  /** In the order of arrival. Repeated messages must have no effect. */
  receiveMessages(
    transaction: TenantTransaction,
    messages: readonly (ReceivedMessage & Origin)[],
  ): Promise<void>;
  mergeStatuses(
    transaction: TenantTransaction,
    statuses: readonly (ReceivedStatus & Origin)[],
  ): Promise<void>;
}

export interface IngestNeeds {
  readonly platform: Platform;
  readonly endpoints: Endpoints;
  readonly sink: InboundSink;
  /** With connections of its own, so that nothing else in the process keeps a webhook waiting. */
  readonly intakeDatabase: Database;
  readonly recordAudit: Identity['recordAudit'];
}
