import * as z from 'zod';
import { shownText } from '../parts.ts';

/** Asks a customer whose number is hidden for it; the answer is a contact card. */
export const contactInfoRequestContent = z.object({
  kind: z.literal('contact_info_request'),
  body: shownText,
});
