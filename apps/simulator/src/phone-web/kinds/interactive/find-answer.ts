import { z } from 'zod';
import type { ShownMessage } from '../../session/outbox.ts';

const answerSchema = z.union([
  z
    .looseObject({ button_reply: z.looseObject({ id: z.string() }) })
    .transform((content) => content.button_reply.id),
  z.looseObject({ payload: z.string() }).transform((content) => content.payload),
]);

/** The id or payload of the button this phone has already pressed under the message, if any. */
export function findAnswer(messages: readonly ShownMessage[], messageId: string): string | undefined {
  for (const message of messages) {
    if (message.direction !== 'sent' || message.contextId !== messageId || message.failure) continue;
    const parsed = answerSchema.safeParse(message.content);
    if (parsed.success) return parsed.data;
  }
  return undefined;
}
