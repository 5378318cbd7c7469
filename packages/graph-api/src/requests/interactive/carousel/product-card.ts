import { z } from 'zod';
import { productReference } from '../parts.ts';
import { cardIndex } from './card-index.ts';

export const carouselProductCard = z.strictObject({
  card_index: cardIndex,
  type: z.literal('product'),
  action: productReference,
});
export type CarouselProductCard = z.infer<typeof carouselProductCard>;
