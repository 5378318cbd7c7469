import type { Conversation } from '@renkei/contract';
import { createContext, useContext } from 'react';

export interface ConversationPlace {
  readonly channelId: Conversation['channel']['id'];
  readonly jumpTo: (messageId: string) => void;
}

/**
 * The thread in which content is shown. Null in a preview: there is nothing to go to, and nothing to do but to look.
 */
const ConversationContext = createContext<ConversationPlace | null>(null);

export const ConversationProvider = ConversationContext.Provider;

export function useConversationPlace(): ConversationPlace | null {
  return useContext(ConversationContext);
}
