import * as z from 'zod';
import { idSchema } from '../primitives.ts';

/** Pins a message to the top of a group or takes it down. Groups only; the fourth pin lets the first drop. */
export const pinContent = z.object({
  kind: z.literal('pin'),
  targetMessageId: idSchema,
  /** Null: taken down. */
  days: z.number().int().min(1).max(30).nullable(),
});
