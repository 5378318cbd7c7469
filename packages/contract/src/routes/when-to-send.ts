import * as z from 'zod';
import { instantSchema } from '../primitives.ts';

/** When a message may go, as every route that sends takes it. */
export const whenToSend = {
  /** Not before; left out: as soon as possible. At most 90 days ahead. */
  sendAt: instantSchema.optional(),
  /** Not after. Left out, and never later than: the end of the window, or ten hours after it was due for a template. */
  expiresAt: instantSchema.optional(),
  /** Later messages of the conversation wait until this one is delivered, 20 seconds at most. */
  waitForDelivery: z.boolean().optional(),
} as const;
