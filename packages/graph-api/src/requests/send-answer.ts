import { z } from 'zod';
import { decoration, wireId } from '../wire.ts';

/**
 * The answer to a send. It means accepted and no more: delivery is told by status webhooks.
 * (Meta, "Send messages", 2026-11)
 */
export const sendMessageResponse = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  contacts: z
    .array(
      z.looseObject({
        input: decoration(wireId),
        /** May differ from the number sent to; absent when sent to a user id. */
        wa_id: decoration(wireId),
        user_id: decoration(wireId),
        parent_user_id: decoration(wireId),
      }),
    )
    .catch([]),
  messages: z
    .array(
      z.looseObject({
        id: wireId,
        /** Templates only: accepted, held_for_quality_assessment or paused. */
        message_status: decoration(z.string()),
        group_id: decoration(wireId),
      }),
    )
    .min(1),
});
export type SendMessageResponse = z.infer<typeof sendMessageResponse>;
