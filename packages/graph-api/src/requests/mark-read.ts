import { z } from 'zod';
import { messageId } from './values.ts';

/**
 * The other body of `POST /{phone-number-id}/messages`: marks this and all earlier messages of the thread as read;
 * with `typing_indicator` also shows typing for up to 25 seconds. (Meta, "Mark as read", "Typing indicators")
 */
export const markReadRequest = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: messageId,
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});
export type MarkReadRequest = z.infer<typeof markReadRequest>;
