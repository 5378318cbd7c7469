/** Every route of the API, in one registry. The server refuses to start when one of them has no handler, or two. */
import * as accountEvents from './account-events.ts';
import * as channels from './channels.ts';
import * as consent from './consent.ts';
import * as contacts from './contacts.ts';
import * as events from './events.ts';
import * as health from './health.ts';
import * as hooks from './hooks.ts';
import * as media from './media.ts';
import * as members from './members.ts';
import * as messageBatches from './message-batches.ts';
import * as messages from './messages.ts';
import * as products from './products.ts';
import * as session from './session.ts';
import * as templates from './templates.ts';
import * as whatsappFlows from './whatsapp-flows.ts';

export const routes = {
  getSession: session.getSession,
  signIn: session.signIn,
  redeemSignInLink: session.redeemSignInLink,
  signOut: session.signOut,
  updateProfile: session.updateProfile,
  listMembers: members.listMembers,
  updateMember: members.updateMember,
  removeMember: members.removeMember,
  listInvitations: members.listInvitations,
  createInvitation: members.createInvitation,
  revokeInvitation: members.revokeInvitation,
  acceptInvitation: members.acceptInvitation,
  listChannels: channels.listChannels,
  getChannel: channels.getChannel,
  checkChannel: channels.checkChannel,
  connectChannel: channels.connectChannel,
  updateChannel: channels.updateChannel,
  moveChannel: channels.moveChannel,
  getNumberSettings: channels.getNumberSettings,
  updateNumberSettings: channels.updateNumberSettings,
  refreshChannel: channels.refreshChannel,
  disconnectChannel: channels.disconnectChannel,
  listTemplates: templates.listTemplates,
  listWhatsAppFlows: whatsappFlows.listWhatsAppFlows,
  listProducts: products.listProducts,
  listContacts: contacts.listContacts,
  getContact: contacts.getContact,
  updateContact: contacts.updateContact,
  getConsent: consent.getConsent,
  recordConsent: consent.recordConsent,
  askForConsent: consent.askForConsent,
  getSendingSettings: consent.getSendingSettings,
  updateSendingSettings: consent.updateSendingSettings,
  uploadMedia: media.uploadMedia,
  getMedia: media.getMedia,
  getPublishedMedia: media.getPublishedMedia,
  getMediaThumbnail: media.getMediaThumbnail,
  fetchMedia: media.fetchMedia,
  deleteMedia: media.deleteMedia,
  listConversations: messages.listConversations,
  getConversation: messages.getConversation,
  startConversation: messages.startConversation,
  updateConversation: messages.updateConversation,
  markConversationRead: messages.markConversationRead,
  showTyping: messages.showTyping,
  listMessages: messages.listMessages,
  sendMessage: messages.sendMessage,
  sendToNumber: messages.sendToNumber,
  checkMessage: messages.checkMessage,
  checkSend: messages.checkSend,
  getMessage: messages.getMessage,
  cancelMessage: messages.cancelMessage,
  resendMessage: messages.resendMessage,
  createMessageBatch: messageBatches.createMessageBatch,
  listMessageBatches: messageBatches.listMessageBatches,
  getMessageBatch: messageBatches.getMessageBatch,
  cancelMessageBatch: messageBatches.cancelMessageBatch,
  streamEvents: events.streamEvents,
  listHooks: hooks.listHooks,
  createHook: hooks.createHook,
  updateHook: hooks.updateHook,
  rotateHookSecret: hooks.rotateHookSecret,
  deleteHook: hooks.deleteHook,
  testHook: hooks.testHook,
  listHookDeliveries: hooks.listHookDeliveries,
  replayHookDelivery: hooks.replayHookDelivery,
  listAccountEvents: accountEvents.listAccountEvents,
  listQuarantine: accountEvents.listQuarantine,
  replayQuarantined: accountEvents.replayQuarantined,
  replayAllQuarantined: health.replayAllQuarantined,
  getHealth: health.getHealth,
  releaseHold: health.releaseHold,
  listUnsettledMessages: health.listUnsettledMessages,
  resendMessages: health.resendMessages,
  dismissMessages: health.dismissMessages,
} as const;

export type RouteName = keyof typeof routes;
