import { z } from 'zod';
import { useText } from '../../../i18n/language.ts';
import { CatalogButton } from '../../commerce/CatalogButton.tsx';
import type { TemplateButtonProps } from '../template-button.ts';

/** The product is the one of the header. */
const headerSchema = z.looseObject({
  header: z.looseObject({
    product: z.looseObject({ product_retailer_id: z.string(), catalog_id: z.string().optional() }),
  }),
});

export function SingleProductButton({ button, message }: TemplateButtonProps) {
  const text = useText();
  const product = headerSchema.safeParse(message.content).data?.header.product;
  return (
    <CatalogButton
      title={button.text ?? text.commerce.view}
      catalogId={product?.catalog_id}
      sections={product && [{ product_items: [{ product_retailer_id: product.product_retailer_id }] }]}
      message={message}
    />
  );
}
