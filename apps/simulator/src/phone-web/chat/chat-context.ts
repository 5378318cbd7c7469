import { createContext, use } from 'react';
import type { Draft, ShownMessage } from '../session/outbox.ts';
import type { ShownChat } from '../session/show-phone.ts';

/** What a message inside an open chat can ask of the chat around it. */
export type ChatContextValue = Readonly<{
  chat: ShownChat;
  send: (draft: Draft) => void;
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
