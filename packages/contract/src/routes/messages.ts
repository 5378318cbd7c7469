import * as z from 'zod';
import { type ContentKind, contentKinds, contentSchema, sendableContentSchema } from '../content/index.ts';
import { cursorSchema, emptySchema, idSchema, instantSchema, pageOf, problemSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';
import { holdReasons } from './health.ts';
import { mediaSchema } from './media.ts';
import { gateVerdictSchema } from './verdict.ts';
import { whenToSend } from './when-to-send.ts';

/**
 * What a message is at. Inbound messages are `received`. Outbound ones go
 * queued → claimed → dispatched → sent → delivered → read → played, or end as failed, unconfirmed or cancelled;
 * `unsure` means: bytes were written and no definite answer came.
 */
export const messageStates = [
  'received',
  'queued',
  'claimed',
  'dispatched',
  'unsure',
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
  'unconfirmed',
  'cancelled',
] as const;
export const messageStateSchema = z.enum(messageStates);
export type MessageState = z.infer<typeof messageStateSchema>;

export const directions = ['inbound', 'outbound', 'echo'] as const;

const contentKindSchema = z.enum(contentKinds as [ContentKind, ...ContentKind[]]);

const referralSchema = z.object({
  source: z.enum(['ad', 'post', 'other']),
  sourceId: z.string().nullable(),
  url: z.string().nullable(),
  headline: z.string().nullable(),
  body: z.string().nullable(),
  /** Meta's own picture; expires, and is not fetched by us. */
  mediaUrl: z.string().nullable(),
  /** Meta's click id, for conversions. */
  clickId: z.string().nullable(),
});
export type Referral = z.infer<typeof referralSchema>;

export const messageSchema = z.object({
  id: idSchema,
  conversationId: idSchema,
  direction: z.enum(directions),
  content: contentSchema,
  /** The file of an image, video, audio, document or sticker. */
  media: mediaSchema.nullable(),
  /** Files in headers and on cards, which the content names by id. */
  files: z.array(mediaSchema),
  state: messageStateSchema,
  /** Why the message failed, or why it waits. */
  problem: problemSchema.nullable(),
  /** What a queued message waits for, and until when at least; null: for its turn. */
  hold: z.object({ reason: z.enum(holdReasons), until: instantSchema.nullable() }).nullable(),
  /** Whether it has ended in a way that sending it again can help. */
  canResend: z.boolean(),
  /** The provider's time for inbound messages, ours for outbound ones: the order in which a thread is shown. */
  shownAt: instantSchema,
  /** Null for messages of the contact and for those typed on the phone. */
  sender: z.object({ id: idSchema, name: z.string() }).nullable(),
  replyTo: z
    .object({
      messageId: idSchema.nullable(),
      direction: z.enum(directions).nullable(),
      kind: contentKindSchema.nullable(),
      preview: z.string().nullable(),
    })
    .nullable(),
  /** Not before this; null: as soon as possible. */
  sendAt: instantSchema.nullable(),
  reactions: z.array(z.object({ author: z.enum(['contact', 'business']), emoji: z.string() })),
  /** `often`: more than five times (Meta, "frequently forwarded"). */
  forwarded: z.enum(['no', 'forwarded', 'often']),
  /** The advertisement or post from which the customer came to write this. */
  referral: referralSchema.nullable(),
  /** The product the customer was looking at. */
  referredProduct: z.object({ catalogId: z.string(), productId: z.string() }).nullable(),
  /** Who wrote it, in a group. */
  participant: z.object({ name: z.string().nullable(), phoneNumber: z.string().nullable() }).nullable(),
  /** What it said before the sender changed it, oldest first. */
  earlierVersions: z.array(z.object({ text: z.string(), replacedAt: instantSchema })),
  /** When its sender took it back. Its content is then no longer shown. */
  revokedAt: instantSchema.nullable(),
});
export type Message = z.infer<typeof messageSchema>;

/** One message, with what is too much for a list. */
export const messageDetailsSchema = messageSchema.extend({
  /** What the gate said when it was asked last, with the version of every rule; null for what was not sent from here. */
  verdict: gateVerdictSchema.nullable(),
});
export type MessageDetails = z.infer<typeof messageDetailsSchema>;

export const conversationSchema = z.object({
  id: idSchema,
  /** A group has neither number nor profile; its members are named at each message. */
  contact: z.object({
    id: idSchema,
    name: z.string(),
    phoneNumber: z.string().nullable(),
    isGroup: z.boolean(),
  }),
  channel: z.object({ id: idSchema, name: z.string(), displayPhoneNumber: z.string() }),
  unreadCount: z.number().int(),
  lastMessage: z
    .object({
      id: idSchema,
      direction: z.enum(directions),
      kind: contentKindSchema,
      preview: z.string(),
      state: messageStateSchema,
      shownAt: instantSchema,
    })
    .nullable(),
  /** The customer service window. Both null: the customer has never written to this number. */
  window: z.object({ openedAt: instantSchema.nullable(), closesAt: instantSchema.nullable() }),
  assignee: z.object({ id: idSchema, name: z.string() }).nullable(),
  state: z.enum(['open', 'closed']),
});
export type Conversation = z.infer<typeof conversationSchema>;

const conversationParams = z.object({ conversationId: idSchema });
const messageParams = z.object({ messageId: idSchema });

export const listConversations = defineRoute({
  name: 'listConversations',
  method: 'GET',
  path: '/v1/conversations',
  summary:
    'Conversations, newest message first; search looks at names, numbers and texts, substrings included',
  access: { permission: 'conversation.read' },
  query: z.object({
    search: z.string().trim().max(200).optional(),
    filter: z.enum(['all', 'unread', 'mine', 'unassigned', 'closed']).optional(),
    channelId: idSchema.optional(),
    cursor: cursorSchema.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  response: z.object({
    items: z.array(conversationSchema.extend({ matchedText: z.string().nullable() })),
    nextCursor: cursorSchema.nullable(),
  }),
});
export type ConversationListItem = z.infer<(typeof listConversations)['response']>['items'][number];

export const getConversation = defineRoute({
  name: 'getConversation',
  method: 'GET',
  path: '/v1/conversations/:conversationId',
  summary: 'One conversation',
  access: { permission: 'conversation.read' },
  params: conversationParams,
  response: conversationSchema,
  errors: ['not_found'],
});

export const startConversation = defineRoute({
  name: 'startConversation',
  method: 'POST',
  path: '/v1/conversations',
  summary:
    'Find or make the conversation with a telephone number, or with a business-scoped user id, on a channel',
  access: { permission: 'conversation.write' },
  body: z.object({
    channelId: idSchema,
    to: z.string().max(160),
    name: z.string().max(120).optional(),
  }),
  response: conversationSchema,
  errors: ['not_found', 'recipient_invalid', 'recipient_is_sender'],
});

export const updateConversation = defineRoute({
  name: 'updateConversation',
  method: 'PATCH',
  path: '/v1/conversations/:conversationId',
  summary: 'Assign a conversation, close it or open it again',
  access: { permission: 'conversation.write' },
  params: conversationParams,
  body: z.object({
    assigneeId: idSchema.nullable().optional(),
    state: z.enum(['open', 'closed']).optional(),
  }),
  response: conversationSchema,
  errors: ['not_found'],
});

export const markConversationRead = defineRoute({
  name: 'markConversationRead',
  method: 'POST',
  path: '/v1/conversations/:conversationId/read',
  summary: 'Everything up to now has been read: unread becomes 0 and the customer sees it',
  access: { permission: 'conversation.write' },
  params: conversationParams,
  body: emptySchema,
  response: emptySchema,
  errors: ['not_found'],
});

export const showTyping = defineRoute({
  name: 'showTyping',
  method: 'POST',
  path: '/v1/conversations/:conversationId/typing',
  summary: 'Show the customer for up to 25 seconds that somebody is typing',
  access: { permission: 'message.send' },
  params: conversationParams,
  body: emptySchema,
  response: emptySchema,
  errors: ['not_found'],
});

export const listMessages = defineRoute({
  name: 'listMessages',
  method: 'GET',
  path: '/v1/conversations/:conversationId/messages',
  summary: 'Messages of a conversation, newest first; the cursor goes back in time',
  access: { permission: 'conversation.read' },
  params: conversationParams,
  query: z.object({
    cursor: cursorSchema.optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
  response: pageOf(messageSchema),
  errors: ['not_found'],
});

const sendBody = z.object({
  ...whenToSend,
  content: sendableContentSchema,
  /** The message that is quoted. */
  replyToMessageId: idSchema.optional(),
});

export const sendMessage = defineRoute({
  name: 'sendMessage',
  method: 'POST',
  path: '/v1/conversations/:conversationId/messages',
  summary: 'Queue a message. With the header `Idempotency-Key` the same key gives the same message',
  access: { permission: 'message.send' },
  params: conversationParams,
  body: sendBody,
  status: 202,
  response: messageSchema,
  errors: [
    'not_found',
    'window_closed',
    'window_never_opened',
    'channel_not_sending',
    'content_not_allowed',
    'media_too_large',
    'media_type_refused',
    'media_not_ready',
    'recipient_is_sender',
    'recipient_unreachable',
    'template_unknown',
    'template_not_sendable',
    'template_parameters_wrong',
    'content_not_for_recipient',
    'content_not_for_channel',
  ],
});

export const sendToNumber = defineRoute({
  name: 'sendToNumber',
  method: 'POST',
  path: '/v1/messages',
  summary: 'Queue a message to a telephone number, or to a business-scoped user id, from a channel',
  access: { permission: 'message.send' },
  body: sendBody.extend({ channelId: idSchema, to: z.string().max(160) }),
  status: 202,
  response: messageSchema,
  errors: ['recipient_invalid', ...sendMessage.errors],
});

export const checkMessage = defineRoute({
  name: 'checkMessage',
  method: 'POST',
  path: '/v1/conversations/:conversationId/messages/check',
  summary: 'What the gate would say, without sending',
  access: { permission: 'message.send' },
  params: conversationParams,
  body: sendBody,
  response: gateVerdictSchema,
  errors: ['not_found'],
});

export const checkSend = defineRoute({
  name: 'checkSend',
  method: 'POST',
  path: '/v1/messages:check',
  summary:
    'What the gate would say about a message to a telephone number or a business-scoped user id, without sending or keeping anything',
  access: { permission: 'message.send' },
  body: sendBody.extend({ channelId: idSchema, to: z.string().max(160) }),
  response: gateVerdictSchema,
  errors: ['not_found', 'recipient_invalid'],
});

export const getMessage = defineRoute({
  name: 'getMessage',
  method: 'GET',
  path: '/v1/messages/:messageId',
  summary: 'One message, with what the gate said of it: its decision, the rules behind it and their versions',
  access: { permission: 'conversation.read' },
  params: messageParams,
  response: messageDetailsSchema,
  errors: ['not_found'],
});

export const cancelMessage = defineRoute({
  name: 'cancelMessage',
  method: 'POST',
  path: '/v1/messages/:messageId/cancel',
  summary: 'Take back a message that is still queued; one that is on its way stays so',
  access: { permission: 'message.send' },
  params: messageParams,
  body: emptySchema,
  response: messageSchema,
  errors: ['not_found', 'conflict'],
});

export const resendMessage = defineRoute({
  name: 'resendMessage',
  method: 'POST',
  path: '/v1/messages/:messageId/resend',
  summary: 'Queue an unconfirmed or failed message again; for an unconfirmed one this may deliver it twice',
  access: { permission: 'message.send' },
  params: messageParams,
  body: emptySchema,
  status: 202,
  response: messageSchema,
  errors: ['conflict', ...sendMessage.errors],
});
