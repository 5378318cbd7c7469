/** The ledger of both directions. */
export { createInboundMessages, type InboundMessages } from './inbound/create-inbound-messages.ts';
export type { InboundNeeds, KnownAttempt, SendEvidence } from './inbound/needs.ts';
export { previewOf } from './preview.ts';
