import type { Customer } from '../world/entities.ts';
import { type Chat, getChat, getOutbound, isOutbound, type World } from '../world/world.ts';
import { isOnPhone, type PhoneMessage, type PhoneReaction, toPhoneMessage } from './phone-message.ts';

export interface PhoneChat {
  readonly phoneNumberId: string;
  readonly businessName: string;
  readonly displayPhoneNumber: string;
  readonly unreadCount: number;
  readonly typing: boolean;
  readonly messages: readonly PhoneMessage[];
}

export interface PhoneView {
  readonly waId: string;
  readonly name: string;
  readonly online: boolean;
  readonly chats: readonly PhoneChat[];
}

/** Everything one phone shows: a chat with every business number of the world, the latest first. */
export function viewPhone(
  world: World,
  { waId, name, online }: Customer,
  isTyping: (phoneNumberId: string, waId: string) => boolean,
): PhoneView {
  const chats = [...world.phoneNumbers.values()].map((phoneNumber) => {
    const chat = getChat(world, phoneNumber.id, waId);
    return {
      phoneNumberId: phoneNumber.id,
      businessName: phoneNumber.verifiedName,
      displayPhoneNumber: phoneNumber.displayPhoneNumber,
      unreadCount: chat ? countUnread(world, chat) : 0,
      typing: isTyping(phoneNumber.id, waId),
      messages: chat ? listMessages(world, chat) : [],
    };
  });
  const lastAt = (chat: PhoneChat) => chat.messages.at(-1)?.timestamp ?? 0;
  chats.sort((left, right) => lastAt(right) - lastAt(left));
  return { waId, name, online, chats };
}

/** Messages on the phone that were not there when the chat was last opened; reactions count as none. */
export function countUnread(world: World, chat: Chat): number {
  let count = 0;
  for (const messageId of chat.messageIds) {
    const state = getOutbound(world, messageId);
    if (!state || state.message.type === 'reaction' || !isOnPhone(state)) continue;
    if (!chat.seenIds.has(messageId)) count += 1;
  }
  return count;
}

export function listMessages(world: World, chat: Chat): PhoneMessage[] {
  const reactions = collectReactions(world, chat);
  return chat.messageIds.flatMap((messageId) => {
    const state = world.messages.get(messageId);
    if (!state || state.message.type === 'reaction') return [];
    return toPhoneMessage(world, state, reactions.get(messageId) ?? []) ?? [];
  });
}

/** The last reaction of each side per message; an empty or missing emoji took it away. */
function collectReactions(world: World, chat: Chat): Map<string, PhoneReaction[]> {
  const byTarget = new Map<string, PhoneReaction[]>();
  for (const messageId of chat.messageIds) {
    const state = world.messages.get(messageId);
    if (!state || state.message.type !== 'reaction') continue;
    if (isOutbound(state) && state.status === 'failed') continue;
    const from = isOutbound(state) ? 'them' : 'me';
    const { message_id: target, emoji } = readReaction(state.message.content);
    const others = (byTarget.get(target) ?? []).filter((reaction) => reaction.from !== from);
    byTarget.set(target, emoji ? [...others, { from, emoji }] : others);
  }
  return byTarget;
}

function readReaction(content: unknown): { readonly message_id: string; readonly emoji: string } {
  const value = typeof content === 'object' && content !== null ? content : {};
  const target = 'message_id' in value && typeof value.message_id === 'string' ? value.message_id : '';
  const emoji = 'emoji' in value && typeof value.emoji === 'string' ? value.emoji : '';
  return { message_id: target, emoji };
}
