import { z } from 'zod';

/**
 * What the page around this one tells whenever a conversation is opened there: the customer's number and the number of
 * the business, both starting with +. Without a conversation, or without a known number, `phoneNumber` is null.
 */
const messageSchema = z.object({
  type: z.literal('renkei.conversation'),
  phoneNumber: z.string().nullable(),
  channelPhoneNumber: z.string().nullable(),
});

export type FollowedConversation = Readonly<{ waId: string; businessNumber: string }>;

export type ConversationSource = Readonly<{
  subscribe: (listener: () => void) => () => void;
  getSnapshot: () => FollowedConversation | undefined;
}>;

/**
 * Remembers the conversation that the surrounding page shows. Listens from the moment it is made: the surrounding page
 * speaks as soon as this one is loaded, which may be before anything is drawn.
 */
export function listenToParent(page: Window): ConversationSource {
  const listeners = new Set<() => void>();
  let current: FollowedConversation | undefined;
  page.addEventListener('message', ({ source, data }) => {
    if (page.parent === page || source !== page.parent) return;
    const message = messageSchema.safeParse(data);
    if (!message.success || message.data.phoneNumber === null) return;
    const { phoneNumber, channelPhoneNumber } = message.data;
    current = { waId: digitsOf(phoneNumber), businessNumber: digitsOf(channelPhoneNumber ?? '') };
    for (const listener of listeners) listener();
  });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => current,
  };
}

export function digitsOf(number: string): string {
  return number.replace(/\D/gu, '');
}
