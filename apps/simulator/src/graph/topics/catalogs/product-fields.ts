import { createHash } from 'node:crypto';
import type { Simulation } from '../../../simulation.ts';
import type { Catalog, Product } from '../../../world/entities.ts';
import type { NodeView } from '../../fields/select-fields.ts';

/** A product as an item of its catalog; Graph has an id of its own for it. */
export interface CatalogItem extends Product {
  readonly id: string;
}

export function listItems({ id: catalogId, products }: Catalog): readonly CatalogItem[] {
  return products.map((product) => ({ ...product, id: itemId(catalogId, product.retailerId) }));
}

/** The fields of a product item that people choose by (Meta: Product Item, 2026). Everything is in stock here. */
export function productView({ origin }: Pick<Simulation, 'origin'>): NodeView<CatalogItem> {
  return {
    graphType: 'ProductItem',
    defaults: ['name', 'retailer_id'],
    fields: {
      name: (item) => item.name,
      retailer_id: (item) => item.retailerId,
      price: ({ priceMicros, currency }) =>
        new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(priceMicros / microsPerUnit),
      currency: (item) => item.currency,
      availability: () => 'in stock',
      visibility: () => 'published',
      image_url: (item) => `${origin()}/whatsapp_business/products/${item.id}.svg`,
    },
  };
}

const microsPerUnit = 1_000_000;

/** The same for the same product in every world. */
function itemId(catalogId: string, retailerId: string): string {
  const digest = createHash('sha256').update(`${catalogId}/${retailerId}`).digest();
  return String(6_000_000_000_000_000n + (digest.readBigUInt64BE() % 1_000_000_000_000_000n));
}
