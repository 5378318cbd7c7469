import { z } from 'zod';
import type { Catalog } from '../../world/entities.ts';
import { page } from '../fields/page.ts';
import { type NodeView, selectFields } from '../fields/select-fields.ts';
import { showNode } from '../fields/show-node.ts';
import { type Edges, type GraphCall, textParameter } from '../graph-call.ts';
import { readInput } from '../input/read-input.ts';
import { listItems, productView } from '../topics/catalogs/product-fields.ts';
import { productFilterSchema } from '../topics/catalogs/product-filter.ts';

/** Of a token that may only send and manage WhatsApp, a catalog says nothing (10). */
const catalogScope = 'catalog_management';

const catalogView: NodeView<Catalog> = {
  graphType: 'ProductCatalog',
  defaults: ['name'],
  fields: {
    name: (node) => node.name,
    product_count: (node) => node.products.length,
    vertical: () => 'commerce',
  },
};

/** `/{catalog-id}` and what it holds (Meta: Product Catalog). */
export const productCatalogEdges: Edges<'catalog'> = {
  'GET ': { scope: catalogScope, handle: (call) => showNode(call, catalogView, productCatalogEdges) },
  'GET products': { scope: catalogScope, handle: listProducts },
};

const productsInput = z.object({ filter: productFilterSchema.optional() });

function listProducts(call: GraphCall<Catalog>): unknown {
  const { simulation, node } = call;
  const { filter } = readInput(call, productsInput);
  const view = productView(simulation);
  const items = listItems(node).filter((item) => filter?.(item) ?? true);
  return page(call, `${node.id}/products`, items, (item) =>
    selectFields(item, view.fields, view.defaults, textParameter(call, 'fields'), view.graphType),
  );
}
