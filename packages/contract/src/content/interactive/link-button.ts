import * as z from 'zod';
import { framedText, linkButton } from '../parts.ts';

/** A text with one button that opens a web page. Source: Meta, "Interactive call-to-action URL button messages". */
export const linkButtonContent = z.object({
  kind: z.literal('link_button'),
  ...framedText,
  link: linkButton,
});
