import type { InboundSink } from '#modules/ingest';
import type { TenantTransaction } from '#platform/database';
import { ensureRecipients } from './ensure-conversations.ts';
import { mergeStatuses, mergeStoredStatuses } from './merge-statuses.ts';
import type { InboundNeeds } from './needs.ts';
import { noticePeople } from './notice-people.ts';
import { receiveCalls } from './receive-calls.ts';
import { receiveMessages } from './receive-messages.ts';
import { reviseMessages } from './revise-messages.ts';
import type { MessagePlace } from './store-messages.ts';
import { statusStore } from './store-statuses.ts';

export interface InboundMessages {
  /** For ingest. */
  readonly sink: InboundSink;
  /** The one conversation of each contact on its channel, made when missing; in their order. */
  ensureConversations(
    transaction: TenantTransaction,
    conversations: Parameters<typeof ensureRecipients>[1],
  ): Promise<readonly string[]>;
  /** To be called in the transaction that learns the provider's ids: statuses may have come before the answer. */
  mergeStoredStatuses(transaction: TenantTransaction, places: readonly MessagePlace[]): Promise<void>;
}

/** The inbound half of messages. */
export function createInboundMessages(needs: InboundNeeds): InboundMessages {
  const { clock } = needs.platform;
  return {
    sink: {
      receiveMessages: (transaction, messages) => receiveMessages(needs, transaction, messages),
      reviseMessages: (transaction, revisions) => reviseMessages(needs, transaction, revisions),
      receiveCalls: (transaction, calls) => receiveCalls(needs, transaction, calls),
      mergeStatuses: (transaction, statuses) =>
        mergeStatuses({ ...needs, store: statusStore }, transaction, statuses),
      noticePeople: (transaction, people) => noticePeople(needs, transaction, people),
    },
    ensureConversations: (transaction, conversations) =>
      ensureRecipients(transaction, conversations, clock.now()),
    mergeStoredStatuses: (transaction, places) =>
      mergeStoredStatuses({ ...needs, store: statusStore }, transaction, places, clock.now()),
  };
}
