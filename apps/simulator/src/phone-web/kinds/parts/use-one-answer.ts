import { useChat } from '../../chat/chat-context.ts';
import type { Draft, ShownMessage } from '../../session/outbox.ts';
import { findAnswer } from './find-answer.ts';

/** A message that takes one answer. Its own sender cannot answer it. */
export function useOneAnswer(message: ShownMessage) {
  const { chat, send, waId } = useChat();
  const answer = findAnswer(chat.messages, message.id);
  return {
    waId,
    answer,
    isAnswered: answer !== undefined || message.direction === 'sent',
    reply: (draft: Draft) => send({ ...draft, contextId: message.id }),
  };
}
