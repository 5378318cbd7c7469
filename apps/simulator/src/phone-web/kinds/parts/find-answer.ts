import { z } from 'zod';
import type { ShownMessage } from '../../session/outbox.ts';

const answerSchema = z.union([
  z
    .looseObject({ button_reply: z.looseObject({ id: z.string() }) })
    .transform((content) => content.button_reply.id),
  z.looseObject({ payload: z.string() }).transform((content) => content.payload),
  z
    .looseObject({
      call_permission_reply: z.looseObject({ response: z.string(), is_permanent: z.boolean().optional() }),
    })
    .transform(({ call_permission_reply: { response, is_permanent: always } }) =>
      always ? `${response}-always` : response,
    ),
  z.looseObject({ nfm_reply: z.looseObject({}) }).transform(() => 'given'),
  z.tuple([z.looseObject({ origin: z.literal('contact_request') })]).transform(() => 'given'),
]);

/**
 * What this phone has already answered to the message, if anything: the id or payload of the button, `accept`,
 * `accept-always` or `reject` for calls, `given` for a form.
 */
export function findAnswer(messages: readonly ShownMessage[], messageId: string): string | undefined {
  for (const message of messages) {
    if (message.direction !== 'sent' || message.contextId !== messageId || message.failure) continue;
    const parsed = answerSchema.safeParse(message.content);
    if (parsed.success) return parsed.data;
  }
  return undefined;
}
