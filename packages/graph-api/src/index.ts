/** META's wire as facts: what Meta sends, what it takes and what its answers mean. Knows nothing of ours. */

export {
  classifyGraphError,
  type GraphErrorAction,
  type GraphErrorRule,
  type GraphErrorScope,
  type GraphErrorWait,
  graphErrorActions,
  graphErrorActionWords,
  graphErrorCodes,
  graphErrorScopes,
  graphErrorWaits,
} from './error-codes.ts';
export { isJsonRecord, type JsonRecord, parseJson } from './json.ts';
export {
  checkMedia,
  findMediaKind,
  type MediaCheck,
  type MediaFacts,
  type MediaKind,
  type MediaLimits,
  mediaKinds,
  mediaRetention,
  staticStickerMaxBytes,
  voicePlayIconMaxBytes,
} from './media-limits.ts';
export { accountAnalyticsAnswer, templateAnalyticsAnswer } from './nodes/account/analytics.ts';
export { type BusinessAccountNode, businessAccountNode } from './nodes/account/business-account.ts';
export {
  catalogList,
  type ProductFilter,
  type ProductFilterRule,
  type ProductNode,
  parseCatalogPrice,
  productList,
  productNode,
} from './nodes/account/catalog.ts';
export {
  type FlowNode,
  flowAssetList,
  flowCategories,
  flowCreateRequest,
  flowList,
  flowNode,
  flowSavedAnswer,
  flowUpdateRequest,
} from './nodes/account/flow.ts';
export {
  type MessageTemplateNode,
  messageTemplateList,
  messageTemplateNode,
  type TemplateButtonNode,
  type TemplateComponentNode,
  templateCreatedAnswer,
} from './nodes/account/message-template.ts';
export { type SubscribedApp, subscribedAppList } from './nodes/account/subscribed-apps.ts';
export { buildGraphError, type GraphErrorAnswer, type GraphErrorInput } from './nodes/build-graph-error.ts';
export { type DebugTokenAnswer, debugTokenAnswer } from './nodes/debug-token.ts';
export {
  type GraphError,
  type GraphErrorEnvelope,
  type GraphErrorObject,
  graphErrorEnvelope,
  graphErrorObject,
  readErrorDetails,
  readGraphError,
} from './nodes/graph-error.ts';
export { type HealthStatus, healthStatus } from './nodes/health-status.ts';
export { type MediaNode, mediaNode, mediaUploadAnswer, sha256Hex } from './nodes/media.ts';
export { blockedUserList, blockUsersAnswer, blockUsersRequest } from './nodes/number/block-users.ts';
export { businessEncryptionAnswer, businessEncryptionRequest } from './nodes/number/business-encryption.ts';
export {
  type BusinessProfile,
  type BusinessProfileUpdate,
  businessProfileAnswer,
  businessProfileLimits,
  businessProfileUpdate,
  businessVerticals,
} from './nodes/number/business-profile.ts';
export {
  type CallPermissions,
  type CallRequest,
  callAnswer,
  callPermissionsAnswer,
  callRequest,
} from './nodes/number/call.ts';
export { commerceSettingsAnswer, commerceSettingsUpdate } from './nodes/number/commerce-settings.ts';
export {
  type ConversationalAutomation,
  conversationalAutomation,
  conversationalAutomationLimits,
} from './nodes/number/conversational-automation.ts';
export {
  type GroupNode,
  groupCreateRequest,
  groupInviteLinkAnswer,
  groupJoinRequestList,
  groupJoinRequestsAnswer,
  groupJoinRequestsRequest,
  groupLimits,
  groupList,
  groupNode,
  groupParticipantsRequest,
  groupRequestAnswer,
  groupUpdateRequest,
} from './nodes/number/group.ts';
export { type PhoneNumberNode, phoneNumberList, phoneNumberNode } from './nodes/number/phone-number.ts';
export {
  type PhoneNumberSettingsUpdate,
  phoneNumberSettingsAnswer,
  phoneNumberSettingsUpdate,
} from './nodes/number/phone-number-settings.ts';
export {
  type QrCodeNode,
  qrCodeLimits,
  qrCodeList,
  qrCodeNode,
  qrCodeRequest,
} from './nodes/number/qr-code.ts';
export {
  addPhoneNumberRequest,
  dataLocalizationRegions,
  deregisterRequest,
  phoneNumberUpdateRequest,
  registerRequest,
  requestCodeRequest,
  verifyCodeRequest,
} from './nodes/number/registration.ts';
export { threadControlRequest } from './nodes/number/thread-control.ts';
export { usernameAnswer, usernameRequest, usernameSuggestions } from './nodes/number/username.ts';
export { listAnswer, nextCursor, type Paging, paging } from './nodes/paging.ts';
export {
  resumableUploadTypes,
  uploadedHandleAnswer,
  uploadOffsetAnswer,
  uploadSessionAnswer,
  uploadSessionRequest,
} from './nodes/resumable-upload.ts';
export { successAnswer } from './nodes/success.ts';
export { listPhoneVariants } from './phone-variants.ts';
export { readPhoneDigits } from './requests/envelope/recipient.ts';
export { messageLimits, messageTtlSeconds } from './requests/limits.ts';
export { type MarkReadRequest, markReadRequest } from './requests/mark-read.ts';
export {
  type MarketingMessageRequest,
  parseMarketingMessageRequest,
} from './requests/marketing-message.ts';
export { parseSendRequest, type SendRequestReading } from './requests/parse-send-request.ts';
export {
  parseStrict,
  type SendProblem,
  type SendProblemCode,
  type StrictReading,
  sendProblemCodes,
} from './requests/problem.ts';
export { type SendMessageResponse, sendMessageResponse } from './requests/send-answer.ts';
export {
  type InteractiveType,
  type SendMessageRequest,
  type SendMessageRequestOf,
  type SendMessageType,
  sendMessageRequest,
} from './requests/send-message.ts';
export { countCharacters } from './requests/values.ts';
export { type AppSecret, escapeNonAscii, signBody, verifySignature } from './signature.ts';
export { type TemplateButtonRule, templateButtonRules } from './templates/checks/button-rules.ts';
export type { ParameterFormat } from './templates/checks/check-text.ts';
export {
  parseTemplateDefinition,
  type TemplateCategory,
  type TemplateDefinition,
  type TemplateRules,
} from './templates/definition.ts';
export { parseTemplateEdit } from './templates/edit.ts';
export { type LibraryTemplateDefinition, parseLibraryTemplate } from './templates/library.ts';
export { templateLimits } from './templates/limits.ts';
export {
  type TemplateProblem,
  type TemplateProblemSubcode,
  type TemplateReading,
  templateProblemSubcodes,
} from './templates/problem.ts';
export { parseTemplateUpsert } from './templates/upsert.ts';
export {
  communityFixedWords,
  countFixedWords,
  listTemplateVariables,
  listVariableNames,
  type TemplateVariable,
} from './templates/variables.ts';
export { type ContactIds, findContact, type WebhookContact } from './webhooks/contact.ts';
export type { CallEvent, CallsValue } from './webhooks/fields/number/calls.ts';
export type { GroupEvent, GroupsValue } from './webhooks/fields/number/groups.ts';
export {
  type HistoryChunk,
  type HistoryThread,
  type HistoryValue,
  parseHistoryValue,
} from './webhooks/fields/number/history.ts';
export { type MessageEchoesValue, parseMessageEchoesValue } from './webhooks/fields/number/message-echoes.ts';
export {
  type MessagesValue,
  parseMessagesValue,
  type UserAction,
} from './webhooks/fields/number/messages.ts';
export type { ItemReading, NumberMetadata, NumberScope } from './webhooks/fields/number/number-scope.ts';
export {
  parseStateSyncValue,
  type StateSyncItem,
  type StateSyncValue,
} from './webhooks/fields/number/smb-app-state-sync.ts';
export { parseStandbyValue, type StandbyEcho, type StandbyValue } from './webhooks/fields/number/standby.ts';
export type { UserPreference } from './webhooks/fields/number/user-preferences.ts';
export { isWebhookFieldName, type WebhookFieldName, webhookFields } from './webhooks/fields/registry.ts';
export { listChanges, type WebhookChange } from './webhooks/list-changes.ts';
export type {
  MessageCommon,
  MessageContext,
  MessageIdentity,
  MessageReferral,
} from './webhooks/message-common.ts';
export {
  type InboundContent,
  type InboundMessageType,
  inboundMessageTypes,
  isInboundMessageType,
} from './webhooks/message-types/registry.ts';
export { type ParsedWebhook, parseWebhook, type WebhookEnvelope } from './webhooks/parse-webhook.ts';
export {
  type InboundMessage,
  type MalformedMessage,
  type ReadableMessage,
  readMessage,
  type UnsupportedMessage,
} from './webhooks/read-message.ts';
export { readWebhookValue, type WebhookReading, type WebhookValue } from './webhooks/read-webhook-value.ts';
export {
  type MessageStatus,
  readStatus,
  type StatusConversation,
  type StatusPricing,
  type StatusReading,
  statusSchema,
} from './webhooks/status.ts';
export type { StatusPayment } from './webhooks/status-payment.ts';
