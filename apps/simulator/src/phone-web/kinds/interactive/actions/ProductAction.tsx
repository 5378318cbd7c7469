import { z } from 'zod';
import { ProductCard } from '../../commerce/ProductCard.tsx';
import type { InteractiveActionProps } from '../interactive-action.ts';

const productSchema = z.looseObject({ catalog_id: z.string(), product_retailer_id: z.string() });

/** One product, as a card that opens its page. */
export function ProductAction({ action, message }: InteractiveActionProps) {
  const parsed = productSchema.safeParse(action);
  if (!parsed.success) return null;
  const { catalog_id: catalogId, product_retailer_id: productRetailerId } = parsed.data;
  return <ProductCard catalogId={catalogId} productRetailerId={productRetailerId} message={message} />;
}
