import type { Message, MessageDetails } from '@renkei/contract';
import type { InboundSink } from '#modules/ingest';
import type { TenantTransaction } from '#platform/database';
import type { Platform, ServerModule } from '#platform/module';
import { createSendEvidence, moveSends } from './dispatcher/evidence.ts';
import type { HealthNeeds } from './health/get-health.ts';
import { createInboundMessages, type InboundMessages } from './inbound/create-inbound-messages.ts';
import type { InboundNeeds } from './inbound/needs.ts';
import { changeConversation } from './inbound/store-conversations.ts';
import type { OutboundNeeds } from './outbound/needs.ts';
import { createOutbound, type Outbound } from './outbound/outbound.ts';
import { previewOf } from './preview.ts';
import { listMessages } from './views/list-messages.ts';
import { viewMessageDetails } from './views/view-message-details.ts';
import { type ViewNeeds, viewMessages } from './views/view-messages.ts';

/** What both halves of the ledger, and its views, ask of the modules before. */
export interface MessagesNeeds
  extends Pick<OutboundNeeds, 'channels' | 'templates' | 'recordAudit' | 'intakeLagMs'> {
  readonly contacts: InboundNeeds['contacts'] & OutboundNeeds['contacts'];
  readonly consent: InboundNeeds['consent'] & OutboundNeeds['consent'];
  readonly media: InboundNeeds['media'] & OutboundNeeds['media'] & { readonly view: ViewNeeds['viewMedia'] };
  readonly memberNames: ViewNeeds['memberNames'];
  readonly health: HealthNeeds;
}

/** What other modules ask messages. */
export interface Messages {
  /** For ingest. */
  readonly sink: InboundSink;
  /** The one function that sends; gives the message's id. */
  readonly send: Outbound['send'];
  readonly ensureConversations: InboundMessages['ensureConversations'];
  readonly changeConversation: typeof changeConversation;
  view(transaction: TenantTransaction, messageIds: readonly string[]): Promise<readonly Message[]>;
  /** Undefined: there is none of this id. */
  viewDetails(transaction: TenantTransaction, messageId: string): Promise<MessageDetails | undefined>;
  list(
    transaction: TenantTransaction,
    page: Parameters<typeof listMessages>[2],
  ): ReturnType<typeof listMessages>;
}

/** The ledger of both directions: what came in, what goes out, and how both are shown. */
export function createMessagesModule(
  platform: Platform,
  needs: MessagesNeeds,
): { readonly module: ServerModule; readonly messages: Messages } {
  const { contacts, media, memberNames, health, ...more } = needs;
  const views = { viewMedia: media.view, memberNames };
  const view: Messages['view'] = (transaction, messageIds) => viewMessages(views, transaction, messageIds);
  const inbound = createInboundMessages({
    platform,
    contacts,
    consent: needs.consent,
    // Sending comes later, and is made with what receiving gives.
    confirmConsent: (...confirmed) => outbound.confirmConsent(...confirmed),
    media,
    evidence: createSendEvidence(platform),
    onConversationsMerged: moveSends,
  });
  const outbound = createOutbound(platform, {
    ...more,
    contacts,
    media,
    ensureConversations: inbound.ensureConversations,
    mergeStoredStatuses: inbound.mergeStoredStatuses,
    previewOf,
    viewMessages: view,
  });
  return {
    module: {
      name: 'messages',
      routes: [...outbound.routes, ...outbound.healthRoutes(health)],
      workers: outbound.workers,
    },
    messages: {
      sink: inbound.sink,
      send: outbound.send,
      ensureConversations: inbound.ensureConversations,
      changeConversation,
      view,
      viewDetails: (transaction, messageId) => viewMessageDetails(views, transaction, messageId),
      list: (transaction, page) => listMessages(views, transaction, page),
    },
  };
}
