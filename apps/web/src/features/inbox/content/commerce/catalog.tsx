import { useLingui } from '@lingui/react/macro';
import { Store } from 'lucide-react';
import { ActionList } from '../parts/action-list.tsx';
import { Framed } from '../parts/framed.tsx';
import { ProductTile } from '../parts/product-tile.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function CatalogContent({ content, files }: ContentViewProps<'catalog'>) {
  const { t } = useLingui();
  const { thumbnailProductId, body, footer } = content;
  return (
    <>
      {thumbnailProductId === undefined ? null : <ProductTile productId={thumbnailProductId} />}
      <Framed body={body} footer={footer} files={files}>
        <ActionList actions={[{ icon: Store, label: t`View catalog` }]} />
      </Framed>
    </>
  );
}
