import * as z from 'zod';
import { idSchema } from '../primitives.ts';

/** `emoji: null` takes the reaction back. `targetMessageId` is null when we do not know the message it is about. */
export const reactionContent = z.object({
  kind: z.literal('reaction'),
  targetMessageId: idSchema.nullable(),
  emoji: z.string().max(64).nullable(),
});
