import { Trans } from '@lingui/react/macro';
import type { Message } from '@renkei/contract';
import { ShoppingBag } from 'lucide-react';
import { Origin } from '../../content/parts/origin.tsx';
import { ProductTile } from '../../content/parts/product-tile.tsx';

interface ReferredProductProps {
  readonly product: NonNullable<Message['referredProduct']>;
}

/** The product the customer was looking at when they began to write. */
export function ReferredProduct({ product }: ReferredProductProps) {
  return (
    <>
      <Origin icon={ShoppingBag}>
        <Trans>Asks about a product of catalog {product.catalogId}</Trans>
      </Origin>
      <ProductTile productId={product.productId} />
    </>
  );
}
