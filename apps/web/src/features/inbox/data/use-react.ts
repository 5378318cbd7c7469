import type { Message } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { useNotifyProblem } from '../../../lib/notify.ts';
import { storeMessage } from './apply-inbox-events.ts';

interface Reaction {
  readonly message: Message;
  /** Null takes the reaction back. */
  readonly emoji: string | null;
}

/** Reacts to a message; the bubble shows it before the server has answered. */
export function useReact(): (reaction: Reaction) => void {
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const react = useMutation({
    mutationFn: ({ message, emoji }: Reaction) =>
      client.call('sendMessage', {
        params: { conversationId: message.conversationId },
        body: { content: { kind: 'reaction', targetMessageId: message.id, emoji } },
        idempotencyKey: crypto.randomUUID(),
      }),
    onMutate: ({ message, emoji }) => storeMessage(queryClient, withReaction(message, emoji)),
    onError: (error, { message }) => {
      storeMessage(queryClient, message);
      notifyProblem(error);
    },
  });
  return react.mutate;
}

function withReaction(message: Message, emoji: string | null): Message {
  const others = message.reactions.filter(({ author }) => author !== 'business');
  return { ...message, reactions: emoji === null ? others : [...others, { author: 'business', emoji }] };
}
