import { createContext, use } from 'react';
import type { PhoneApi } from '../api/phone-api.ts';
import type { Draft, ShownMessage } from '../session/outbox.ts';
import type { ShownChat } from '../session/show-phone.ts';

/** What a message inside an open chat can ask of the chat around it. */
export type ChatContextValue = Readonly<{
  chat: ShownChat;
  /** Every chat of this phone: what can be forwarded to. */
  chats: readonly ShownChat[];
  /** Whose phone it is. */
  waId: string;
  api: PhoneApi;
  send: (draft: Draft) => void;
  /** Sends to another chat. */
  sendTo: (phoneNumberId: string, draft: Draft) => void;
  /** Sends what shows no bubble: an edit, a deletion. */
  sendSilently: (type: string, content: unknown) => void;
  /** Does what is no message, such as paying. A refusal is shown by the phone. */
  act: (action: string, input: Readonly<Record<string, unknown>>) => void;
  /** The world's present, in ms. */
  now: () => number;
  react: (messageId: string, emoji: string) => void;
  markPlayed: (messageId: string) => void;
  resend: (localId: string) => void;
  discard: (localId: string) => void;
  startReply: (message: ShownMessage) => void;
  openLocationForm: (contextId: string) => void;
}>;

export const ChatContext = createContext<ChatContextValue | undefined>(undefined);

export function useChat(): ChatContextValue {
  const chat = use(ChatContext);
  if (!chat) throw new Error('useChat is used outside an open chat');
  return chat;
}
