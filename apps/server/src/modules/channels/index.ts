/** Numbers at their providers: connecting, checking, secrets, webhook endpoints, and the port every provider fills. */
export { changeNumbers, findChannelsByNumber, noteBusinessApp } from './change-numbers.ts';
export type { ChannelConnection } from './connections.ts';
export type { Endpoints, WebhookEndpoint } from './endpoints.ts';
export { tellChannelFigures } from './figures.ts';
export { isFinalRefusal } from './final-refusal.ts';
export type {
  InboundFact,
  InboundPerson,
  InboundReading,
  ReceivedAccountEvent,
  ReceivedCall,
  ReceivedContent,
  ReceivedMedia,
  ReceivedMessage,
  ReceivedNumberChange,
  ReceivedPreference,
  ReceivedRevision,
  ReceivedSighting,
  ReceivedStatus,
  ReceivedTemplateChange,
} from './inbound.ts';
export { type ChannelStateFacts, listChannelStates } from './list-channel-states.ts';
export { type ListedChannel, listNumbers } from './list-numbers.ts';
export { type ChannelFacts, type Channels, type ChannelsNeeds, createChannelsModule } from './module.ts';
export type { AuditEntry, ChannelReader, ChannelTraffic } from './needs.ts';
export {
  type ContentFault,
  type FetchedMedia,
  type HeaderSample,
  type KindNotOnBusinessApp,
  type MediaFault,
  type MediaUpload,
  type OutboundKind,
  type Provider,
  type ProviderAccount,
  ProviderCallError,
  type ProviderClient,
  type ProviderProduct,
  type ProviderRecipient,
  type ProviderReferences,
  type ProviderRefusal,
  type ProviderSendOutcome,
  type ProviderSendRequest,
  type ProviderTemplate,
  type ProviderTemplateButton,
  type ProviderTemplateComponent,
  type ProviderUsage,
  type RefusalScope,
  type RefusalWait,
  refusalWaits,
  type TemplateParameterNames,
} from './port.ts';
export { readWebhook } from './read-webhook.ts';
export {
  describeChannelRefusal,
  describeMessageRefusal,
  parseStoredRefusals,
} from './refusals.ts';
export { webhookReceiverOf } from './registry.ts';
export { channelsUpkeep } from './upkeep.ts';
