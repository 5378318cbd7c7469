import * as z from 'zod';
import { framedText, replyButton } from '../parts.ts';

/** A question with one to three buttons to tap. Source: Meta, "Interactive reply buttons messages" (2026). */
export const buttonsContent = z.object({
  kind: z.literal('buttons'),
  ...framedText,
  buttons: z.array(replyButton).min(1).max(10),
});
