import type { Endpoints, ReceivedMessage, ReceivedStatus } from '#modules/channels';
import type { Identity } from '#modules/identity';
import type { StatementPool, TenantTransaction } from '#platform/database';
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
  /** Connections of its own, so that nothing else in the process keeps a webhook waiting: three are enough. */
  readonly intakeStatements: StatementPool;
  readonly recordAudit: Identity['recordAudit'];
}
