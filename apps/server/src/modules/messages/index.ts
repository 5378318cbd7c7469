/** The ledger of both directions. */

export { defaultSettings as dispatcherDefaults } from './dispatcher/context.ts';
export { createSendEvidence, moveSends } from './dispatcher/evidence.ts';
export { tellSendFigures } from './dispatcher/figures.ts';
export { type RestoredSends, settleRestored } from './dispatcher/settle-restored.ts';
export { type OutboxFigure, readOutboxFigures } from './dispatcher/store/store-figures.ts';
export type { HealthNeeds } from './health/get-health.ts';
export { createInboundMessages, type InboundMessages } from './inbound/create-inbound-messages.ts';
export type { InboundNeeds, KnownAttempt, SendEvidence } from './inbound/needs.ts';
export { changeConversation } from './inbound/store-conversations.ts';
export { createMessagesModule, type Messages, type MessagesNeeds } from './module.ts';
export { channelTraffic } from './outbound/channel-traffic.ts';
export type { OutboundNeeds, SendRequest } from './outbound/needs.ts';
export { createOutbound, type Outbound } from './outbound/outbound.ts';
export { previewOf } from './preview.ts';
export { listMessageRetention, writeMessageRetention } from './retention/store-retention.ts';
export { messagesUpkeep } from './retention/upkeep.ts';
export { viewMessages } from './views/view-messages.ts';
