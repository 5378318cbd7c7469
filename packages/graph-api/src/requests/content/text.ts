import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { boundedText } from '../values.ts';

/** `preview_url` renders the first address in the text. */
export const textMessageContent = z.strictObject({
  body: boundedText(messageLimits.textBody),
  preview_url: z.boolean().optional(),
});
