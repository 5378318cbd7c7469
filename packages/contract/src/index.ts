/** Our promise to callers: routes, content, errors, roles. Read by server, SDK, web app and documentation. */
export {
  type AccountEventData,
  type AccountEventKind,
  type AccountEventText,
  type AccountEventTold,
  accountEventKinds,
  accountEvents,
  describeAccountEvent,
  describeUnknownAccountEvent,
  type Severity,
  severities,
} from './account-events/index.ts';
export { accountEventToldSchema } from './account-events/told-schema.ts';
export * from './content/index.ts';
export { internalError } from './errors/internal.ts';
export { describeError, type ErrorCode, errorCodes, errorTable } from './errors.ts';
export { type Language, type Localized, languages } from './localized.ts';
export * from './primitives.ts';
export { type Permission, type Role, roleHasPermission, roleSchema, roles } from './roles.ts';
export type {
  Access,
  RouteBody,
  RouteBodyInput,
  RouteDefinition,
  RouteLine,
  RouteLineInput,
  RouteParams,
  RouteQuery,
  RouteQueryInput,
  RouteResponse,
} from './route.ts';
export type { AccountEvent, QuarantinedEvent } from './routes/account-events.ts';
export * from './routes/channels.ts';
export * from './routes/consent.ts';
export {
  type Contact,
  contactSchema,
  type Identity,
  identityKinds,
  identitySchema,
} from './routes/contacts.ts';
export { eventSchema, type RenkeiEvent } from './routes/events.ts';
export {
  countCeiling,
  failedShownDays,
  type Health,
  type HoldReason,
  healthSchema,
  holdReasons,
  largestSelection,
  type QueueHealth,
  type QueueHold,
  type UnsettledMessage,
  type UnsettledState,
  unsettledStates,
} from './routes/health.ts';
export {
  type Hook,
  type HookDelivery,
  type HookEventType,
  hookDeliverySchema,
  hookEventTypes,
  hookSchema,
} from './routes/hooks.ts';
export { type RouteName, routes } from './routes/index.ts';
export {
  type ConversionReason,
  conversionReasons,
  type Media,
  mediaSchema,
  mediaStates,
} from './routes/media.ts';
export { type Invitation, type Member, memberSchema } from './routes/members.ts';
export { largestBatchLines, type MessageBatch, messageBatchSchema } from './routes/message-batches.ts';
export {
  type Conversation,
  type ConversationListItem,
  conversationSchema,
  directions,
  type Message,
  type MessageDetails,
  type MessageState,
  messageDetailsSchema,
  messageSchema,
  messageStates,
  type Referral,
} from './routes/messages.ts';
export { type Product, productSchema } from './routes/products.ts';
export { type Session, sessionSchema } from './routes/session.ts';
export { type Template, type TemplateButton, templateSchema } from './routes/templates.ts';
export { type GateFinding, type GateVerdict, gateVerdictSchema } from './routes/verdict.ts';
export { type WhatsAppFlow, whatsappFlowSchema } from './routes/whatsapp-flows.ts';
