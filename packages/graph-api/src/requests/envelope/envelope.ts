import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { boundedText, messageId } from '../values.ts';
import { phoneOrGroup, userId } from './recipient.ts';

/** What every send carries, whatever it says. (Meta, "Send messages", 2026-11) */
export const envelope = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.enum(['individual', 'group']).optional(),
  /** Phone number (`+` and country code) or group id; wins over `recipient` when both are given. */
  to: phoneOrGroup.optional(),
  /** Business-scoped user id. */
  recipient: userId.optional(),
  /** Comes back in every status of the message. */
  biz_opaque_callback_data: boundedText(messageLimits.callbackData).optional(),
  /** Deliver only while the person's identity hash is this one. */
  recipient_identity_key_hash: z.string().optional(),
};

/** Quotes an earlier message. Reactions name their target themselves and must not have it. */
export const context = z.strictObject({ message_id: messageId }).optional();
