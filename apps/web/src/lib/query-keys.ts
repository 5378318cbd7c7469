import type { routes } from '@renkei/contract';
import type * as z from 'zod';

export type ConversationListQuery = Omit<z.input<typeof routes.listConversations.query>, 'cursor' | 'limit'>;

/** Every key of the query cache, from wide to narrow, so that events can name exactly what they touch. */
export const queryKeys = {
  session: ['session'],
  conversationLists: ['conversation-list'],
  conversationList: (query: ConversationListQuery) => ['conversation-list', query],
  conversation: (conversationId: string) => ['conversation', conversationId],
  messageLists: ['messages'],
  messages: (conversationId: string) => ['messages', conversationId],
  gateCheck: (conversationId: string, content: string | null, replyToMessageId: string | undefined) => [
    'gate-check',
    conversationId,
    content,
    replyToMessageId,
  ],
  contacts: ['contact'],
  contact: (contactId: string) => ['contact', contactId],
  consent: (contactId: string) => ['contact', contactId, 'consent'],
  channels: ['channels'],
  numberSettings: (channelId: string) => ['number-settings', channelId],
  allTemplates: ['templates'],
  templates: (channelId: string) => ['templates', channelId],
  flows: (channelId: string) => ['flows', channelId],
  products: (channelId: string, search: string) => ['products', channelId, search],
  product: (channelId: string, productId: string) => ['product', channelId, productId],
  sendingSettings: ['sending-settings'],
  members: ['members'],
  invitations: ['invitations'],
  accountEvents: ['account-events'],
  hooks: ['hooks'],
  hookDeliveries: (hookId: string) => ['hook-deliveries', hookId],
  quarantine: ['quarantine'],
  health: ['health'],
  unsettled: ['unsettled-messages'],
} as const;
