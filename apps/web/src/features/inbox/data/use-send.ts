import type { Media, Message, SendableContent } from '@renkei/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { problemOf } from '../../../lib/problem.ts';
import { storeMessage } from './apply-inbox-events.ts';
import {
  addPendingSend,
  failPendingSend,
  type PendingSend,
  removePendingSend,
  trackSend,
} from './pending-sends.ts';

export interface SendInput {
  readonly content: SendableContent;
  /** The file of an image, video, audio, document or sticker. */
  readonly media?: Media;
  /** The files that headers and cards name. */
  readonly files?: readonly Media[];
  readonly replyTo?: Message | null;
  /** Not before; left out: at once. */
  readonly sendAt?: string | undefined;
}

/** Shows the message at once and sends it; what goes wrong is shown on the message itself. */
export function useSend(conversationId: string): (input: SendInput) => void {
  const queryClient = useQueryClient();
  return ({ content, media, files, replyTo, sendAt }) => {
    void sendPending(queryClient, {
      key: crypto.randomUUID(),
      conversationId,
      content,
      media: media ?? null,
      files: files ?? [],
      replyTo: replyTo ?? null,
      sendAt: sendAt ?? null,
      startedAt: new Date().toISOString(),
      problem: null,
    });
  };
}

/** Tries a send again that got no answer, under the same key. */
export function useRetrySend(): (send: PendingSend) => void {
  const queryClient = useQueryClient();
  return (send) => void sendPending(queryClient, { ...send, problem: null });
}

async function sendPending(queryClient: QueryClient, send: PendingSend): Promise<void> {
  addPendingSend(send);
  const answer = inTurn(send.conversationId, () =>
    client.call('sendMessage', {
      params: { conversationId: send.conversationId },
      body: {
        content: send.content,
        ...(send.replyTo === null ? {} : { replyToMessageId: send.replyTo.id }),
        ...(send.sendAt === null ? {} : { sendAt: send.sendAt }),
      },
      idempotencyKey: send.key,
    }),
  );
  trackSend(send.conversationId, answer);
  try {
    const message = await answer;
    removePendingSend(send.key);
    storeMessage(queryClient, message);
  } catch (error) {
    failPendingSend(send.key, problemOf(error));
  }
}

/** The last send of each conversation that has not been answered. */
const lastSends = new Map<string, Promise<unknown>>();

/** One send of a conversation after the other, whatever becomes of the earlier ones: they arrive as they were written. */
function inTurn<Answer>(conversationId: string, run: () => Promise<Answer>): Promise<Answer> {
  const answer = (lastSends.get(conversationId) ?? Promise.resolve()).then(run, run);
  lastSends.set(conversationId, answer);
  const leave = () => {
    if (lastSends.get(conversationId) === answer) lastSends.delete(conversationId);
  };
  answer.then(leave, leave);
  return answer;
}
