import { Plural } from '@lingui/react/macro';
import { Framed } from '../parts/framed.tsx';
import { ProductSections } from '../parts/product-sections.tsx';
import { Unfold } from '../parts/unfold.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function ProductListContent({ content, files }: ContentViewProps<'product_list'>) {
  const { header, body, footer, sections } = content;
  const count = sections.reduce((sum, { productIds }) => sum + productIds.length, 0);
  return (
    <Framed header={{ type: 'text', text: header }} body={body} footer={footer} files={files}>
      <Unfold label={<Plural value={count} one="View # product" other="View # products" />}>
        <ProductSections sections={sections} />
      </Unfold>
    </Framed>
  );
}
