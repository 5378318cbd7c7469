import { z } from 'zod';
import { messageLimits } from '../../limits.ts';
import { requireUnique } from '../parts.ts';

/** The card's place from the left, from 0. */
export const cardIndex = z
  .number()
  .refine((index) => Number.isInteger(index) && index >= 0 && index < messageLimits.carouselCards, {
    error: `must be a whole number from 0 to ${messageLimits.carouselCards - 1}`,
  });

/** No two cards may have one place. */
export function cardIndexes(
  cards: readonly { readonly card_index: number }[],
  context: z.RefinementCtx,
): void {
  requireUnique(
    cards.map(({ card_index: index }, place) => ({ value: String(index), path: [place, 'card_index'] })),
    context,
  );
}
