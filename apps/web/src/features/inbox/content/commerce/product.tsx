import { useLingui } from '@lingui/react/macro';
import { ShoppingBag } from 'lucide-react';
import { ActionList } from '../parts/action-list.tsx';
import { Framed } from '../parts/framed.tsx';
import { ProductTile } from '../parts/product-tile.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function ProductContent({ content, files }: ContentViewProps<'product'>) {
  const { t } = useLingui();
  return (
    <>
      <ProductTile productId={content.productId} />
      <Framed body={content.body} footer={content.footer} files={files}>
        <ActionList actions={[{ icon: ShoppingBag, label: t`View` }]} />
      </Framed>
    </>
  );
}
