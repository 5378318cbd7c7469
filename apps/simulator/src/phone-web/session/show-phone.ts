import type { Phone, PhoneChat, Reaction } from '../api/wire.ts';
import { mergeMessages, type OutgoingMessage, type ShownMessage } from './outbox.ts';

export type ShownChat = Omit<PhoneChat, 'messages'> & Readonly<{ messages: readonly ShownMessage[] }>;
export type ShownPhone = Omit<Phone, 'chats'> & Readonly<{ chats: readonly ShownChat[] }>;

/** What the person did that the simulator's last answer may not hold yet. */
type Unsettled = Readonly<{
  isOnline: boolean;
  outgoing: readonly OutgoingMessage[];
  /** Own reaction by message id; an empty one was taken back. */
  reactions: ReadonlyMap<string, string>;
  played: ReadonlySet<string>;
}>;

/** The phone as the simulator described it, with everything unsettled laid over it. */
export function showPhone(phone: Phone, { isOnline, outgoing, reactions, played }: Unsettled): ShownPhone {
  const showChat = (chat: PhoneChat): ShownChat => {
    const ofChat = outgoing.filter((entry) => entry.phoneNumberId === chat.phoneNumberId);
    const messages = mergeMessages(chat.messages, ofChat).map((message) => ({
      ...message,
      reactions: withOwnReaction(message.reactions, reactions.get(message.id)),
      voicePlayed: message.voicePlayed || played.has(message.id),
    }));
    return { ...chat, messages };
  };
  return { ...phone, online: isOnline, chats: phone.chats.map(showChat) };
}

function withOwnReaction(reactions: readonly Reaction[], emoji: string | undefined): Reaction[] {
  if (emoji === undefined) return [...reactions];
  const others = reactions.filter((reaction) => reaction.from !== 'me');
  return emoji === '' ? others : [...others, { from: 'me', emoji }];
}
