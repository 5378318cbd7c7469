import * as z from 'zod';
import { foreignId, framedText, shownText } from '../parts.ts';

const row = z.object({ id: foreignId, title: shownText, description: shownText.optional() });

/** A list to choose one row from; at Meta up to ten rows in all sections together. Its header can only be text. */
export const listContent = z.object({
  kind: z.literal('list'),
  ...framedText,
  /** What is tapped to open the list. */
  button: shownText,
  sections: z
    .array(z.object({ title: shownText.optional(), rows: z.array(row).min(1).max(100) }))
    .min(1)
    .max(100),
});
