import { useLingui } from '@lingui/react/macro';
import { ShoppingBag } from 'lucide-react';
import { RichText } from '../../rich-text/rich-text.tsx';
import { ActionList } from '../parts/action-list.tsx';
import { ProductTile } from '../parts/product-tile.tsx';
import { Swiper } from '../parts/swiper.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function ProductCarouselContent({ content }: ContentViewProps<'product_carousel'>) {
  const { t } = useLingui();
  return (
    <>
      <RichText text={content.body} />
      <Swiper
        label={t`Products`}
        cards={content.productIds.map((productId) => (
          <div key={productId}>
            <ProductTile productId={productId} />
            <ActionList actions={[{ icon: ShoppingBag, label: t`View` }]} />
          </div>
        ))}
      />
    </>
  );
}
