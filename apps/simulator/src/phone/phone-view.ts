import type { Customer } from '../world/entities.ts';
import { getChoices } from '../world/records/phones.ts';
import { type Chat, getChat, getMessage, getOutbound, type World } from '../world/world.ts';
import { collectReactions } from './collect-reactions.ts';
import { echoToPhoneMessage, isOnPhone, type PhoneMessage, toPhoneMessage } from './phone-message.ts';

export interface PhoneChat {
  readonly phoneNumberId: string;
  readonly businessName: string;
  readonly displayPhoneNumber: string;
  readonly unreadCount: number;
  readonly typing: boolean;
  /** Whether the person blocked the business, and stopped its marketing messages. */
  readonly blocked: boolean;
  readonly marketingStopped: boolean;
  readonly messages: readonly PhoneMessage[];
}

export interface PhoneView {
  readonly waId: string;
  readonly name: string;
  readonly online: boolean;
  readonly readReceipts: boolean;
  readonly username?: string | undefined;
  readonly phoneHidden: boolean;
  /** World ms. */
  readonly now: number;
  readonly chats: readonly PhoneChat[];
}

/** Everything one phone shows: a chat with every business number of the world, the latest first. */
export function viewPhone(
  world: World,
  { waId, name, online, readReceipts, username, phoneHidden }: Customer,
  now: number,
  isTyping: (phoneNumberId: string, waId: string) => boolean,
): PhoneView {
  const chats = [...world.phoneNumbers.values()].map((phoneNumber) => {
    const chat = getChat(world, phoneNumber.id, waId);
    const { blocked, marketingStopped } = getChoices(world, phoneNumber.id, waId);
    return {
      phoneNumberId: phoneNumber.id,
      businessName: phoneNumber.verifiedName,
      displayPhoneNumber: phoneNumber.displayPhoneNumber,
      unreadCount: chat ? countUnread(world, chat) : 0,
      typing: isTyping(phoneNumber.id, waId),
      blocked,
      marketingStopped,
      messages: chat ? listMessages(world, chat) : [],
    };
  });
  const lastAt = (chat: PhoneChat) => chat.messages.at(-1)?.timestamp ?? 0;
  chats.sort((left, right) => lastAt(right) - lastAt(left));
  return { waId, name, online, readReceipts, username, phoneHidden, now, chats };
}

/** Messages on the phone that were not there when the chat was last opened; reactions count as none. */
export function countUnread(world: World, chat: Chat): number {
  let count = 0;
  for (const messageId of chat.messageIds) {
    if (chat.seenIds.has(messageId)) continue;
    const state = getOutbound(world, messageId);
    const hasArrived = state
      ? state.message.type !== 'reaction' && isOnPhone(state)
      : world.echoes.has(messageId);
    if (hasArrived) count += 1;
  }
  return count;
}

export function listMessages(world: World, chat: Chat): PhoneMessage[] {
  const reactions = collectReactions(world, chat);
  return chat.messageIds.flatMap((messageId) => {
    const onIt = reactions.get(messageId) ?? [];
    const echo = world.echoes.get(messageId);
    if (echo) return echo.type === 'reaction' ? [] : echoToPhoneMessage(world, echo, onIt);
    const state = getMessage(world, messageId);
    if (!state || state.message.type === 'reaction') return [];
    return toPhoneMessage(world, state, onIt) ?? [];
  });
}
