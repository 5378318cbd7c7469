import { type ReadKind, unsupportedContent } from './define.ts';

/** A cart. Amounts on the wire are decimal numbers of the currency's unit. (Meta, "Orders webhook", v25) */
export const readOrder: ReadKind<'order'> = ({ content }) => {
  const items = content.product_items.flatMap(({ product_retailer_id: productId, ...item }) =>
    item.currency === undefined || item.item_price === undefined
      ? []
      : [
          {
            productId,
            quantity: item.quantity,
            unitPrice: { currency: item.currency, amountMicros: toMicros(item.item_price) },
          },
        ],
  );
  if (content.catalog_id === undefined || items.length < content.product_items.length) {
    return { content: unsupportedContent('order', 'the order lacks its catalog or a price') };
  }
  return {
    content: {
      kind: 'order',
      catalogId: content.catalog_id,
      ...(content.text ? { note: content.text } : {}),
      items,
    },
  };
};

/** Exact for every amount with up to six decimals that a double can tell apart. */
function toMicros(amount: number): number {
  return Math.round(amount * 1_000_000);
}
