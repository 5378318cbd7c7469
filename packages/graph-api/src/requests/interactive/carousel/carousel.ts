import { z } from 'zod';
import { messageLimits } from '../../limits.ts';
import { bodyOf } from '../parts.ts';
import { cardIndexes } from './card-index.ts';
import { type CarouselMediaCard, carouselMediaCard } from './media-card.ts';
import { type CarouselProductCard, carouselProductCard } from './product-card.ts';

const card = z.discriminatedUnion('type', [carouselMediaCard, carouselProductCard]);
type Card = CarouselMediaCard | CarouselProductCard;

/**
 * Two to ten cards side by side, all of one kind. (Meta, "Interactive media carousel messages", 2026-05-21;
 * "Interactive product carousel messages", 2026)
 */
export const carouselMessage = z.strictObject({
  type: z.literal('carousel'),
  body: bodyOf(messageLimits.interactiveBody),
  action: z.strictObject({
    cards: z
      .array(card)
      .min(messageLimits.carouselCardsMin)
      .max(messageLimits.carouselCards)
      .superRefine(cardIndexes)
      .superRefine(requireOneShape),
  }),
});

/** Meta wants the same buttons in kind and number on every card, and products of one catalog. */
function requireOneShape(cards: readonly Card[], context: z.RefinementCtx): void {
  const first = cards[0];
  if (first === undefined) return;
  const odd = cards.findIndex((each) => shapeOf(each) !== shapeOf(first));
  if (odd === -1) return;
  const message = 'must have the same kind and number of buttons, or the same catalog, as the first card';
  context.addIssue({ code: 'custom', path: [odd, 'action'], message });
}

function shapeOf({ action }: Card): string {
  if ('catalog_id' in action) return `product of ${action.catalog_id}`;
  return 'buttons' in action ? `${action.buttons.length} quick replies` : 'cta_url';
}
