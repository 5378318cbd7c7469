import { Trans } from '@lingui/react/macro';
import type { Message } from '@renkei/contract';
import { ShoppingBag } from 'lucide-react';
import { Origin } from '../../content/parts/origin.tsx';
import { ProductName } from '../../content/parts/product-name.tsx';

interface ReferredProductProps {
  readonly product: NonNullable<Message['referredProduct']>;
}

/** The product the customer was looking at when they began to write. */
export function ReferredProduct({ product: { productId, catalogId } }: ReferredProductProps) {
  return (
    <Origin icon={ShoppingBag}>
      <Trans>
        Asks about{' '}
        <strong>
          <ProductName productId={productId} />
        </strong>{' '}
        of catalog {catalogId}
      </Trans>
    </Origin>
  );
}
