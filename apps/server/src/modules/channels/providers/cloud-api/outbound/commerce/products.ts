import type { ContentOf } from '@renkei/contract';
import { frame, frameFields } from '../interactive/parts.ts';
import { given, type Outbound } from '../outbound.ts';

const source = 'Meta, Share products with customers (2026)';

export const outboundProduct: Outbound<'product'> = {
  source,
  fields: {
    ...frameFields,
    'interactive.action.catalog_id': 'catalogId',
    'interactive.action.product_retailer_id': 'productId',
  },
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: { type: 'product', ...frame(content, references), action: toWireProduct(content) },
  }),
};

export const outboundProductList: Outbound<'product_list'> = {
  source,
  fields: {
    ...frameFields,
    'interactive.header.text': 'header',
    'interactive.action.catalog_id': 'catalogId',
    'interactive.action.sections': 'sections',
    'interactive.action.sections[].product_items': 'sections[].productIds',
    'interactive.action.sections[].product_items[].product_retailer_id': 'sections[].productIds[]',
  },
  toWire: ({ header, body, footer, catalogId, sections }, references) => ({
    type: 'interactive',
    interactive: {
      type: 'product_list',
      ...frame({ header: { type: 'text', text: header }, body, footer }, references),
      action: { catalog_id: catalogId, sections: sections.map(toWireSection) },
    },
  }),
};

export const outboundProductCarousel: Outbound<'product_carousel'> = {
  source: 'Meta, Interactive product carousel messages (2026)',
  fields: {
    ...frameFields,
    'interactive.action.cards': 'productIds',
    'interactive.action.cards[].action.catalog_id': 'catalogId',
    'interactive.action.cards[].action.product_retailer_id': 'productIds[]',
  },
  toWire: ({ body, catalogId, productIds }, references) => ({
    type: 'interactive',
    interactive: {
      type: 'carousel',
      ...frame({ body }, references),
      action: {
        cards: productIds.map((productId, index) => ({
          card_index: index,
          type: 'product',
          action: toWireProduct({ catalogId, productId }),
        })),
      },
    },
  }),
};

export const outboundCatalog: Outbound<'catalog'> = {
  source: 'Meta, Catalog messages (2026)',
  fields: {
    ...frameFields,
    'interactive.action.parameters.thumbnail_product_retailer_id': 'thumbnailProductId',
  },
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'catalog_message',
      ...frame(content, references),
      action: { name: 'catalog_message', ...given('parameters', toThumbnail(content.thumbnailProductId)) },
    },
  }),
};

export function toWireProduct({
  catalogId,
  productId,
}: Pick<ContentOf<'product'>, 'catalogId' | 'productId'>) {
  return { catalog_id: catalogId, product_retailer_id: productId };
}

export function toWireSection({ title, productIds }: ContentOf<'product_list'>['sections'][number]) {
  return {
    ...given('title', title),
    product_items: productIds.map((productId) => ({ product_retailer_id: productId })),
  };
}

export function toThumbnail(productId: string | undefined) {
  return productId === undefined ? undefined : { thumbnail_product_retailer_id: productId };
}
