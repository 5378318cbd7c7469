import * as z from 'zod';
import { imageHeader, linkButton, replyButton, shownText, videoHeader } from '../parts.ts';

const card = z.object({
  header: z.discriminatedUnion('type', [imageHeader, videoHeader]),
  body: shownText.optional(),
  /** Either a link or reply buttons, of the same kind and number on every card. */
  action: z.union([
    z.object({ link: linkButton }),
    z.object({ buttons: z.array(replyButton).min(1).max(10) }),
  ]),
});

/** Two to ten cards to swipe through. Source: Meta, "Interactive media carousel messages" (2026). */
export const carouselContent = z.object({
  kind: z.literal('carousel'),
  body: shownText,
  cards: z.array(card).min(1).max(10),
});
