import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { messageId, wholeNumber } from '../values.ts';

/** Pins a message of a group for some days, or unpins it; three at most stay pinned. (Meta, "Group messaging", 2025-11-14) */
export const pinContent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('pin'),
    message_id: messageId,
    expiration_days: wholeNumber(1, messageLimits.pinDays),
  }),
  z.strictObject({ type: z.literal('unpin'), message_id: messageId }),
]);
