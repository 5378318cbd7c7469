import type { SendMessageRequest } from '@renkei/graph-api';
import type { Waba } from '../../world/entities.ts';
import { GraphError } from '../graph-error.ts';

const catalogTypes: ReadonlySet<string> = new Set(['product', 'product_list', 'catalog_message']);

/** Products can be sent only from the catalogue that is connected to the account (131009). */
export function checkCatalog(waba: Waba | undefined, message: SendMessageRequest): void {
  const { catalogIds, retailerIds } = listReferences(message);
  const needsCatalog = message.type === 'interactive' && catalogTypes.has(message.interactive.type);
  if (!needsCatalog && catalogIds.length + retailerIds.length === 0) return;
  const catalog = waba?.catalog;
  if (!catalog) {
    throw new GraphError(131009, { details: 'No catalog is connected to this WhatsApp Business Account.' });
  }
  const foreign = catalogIds.find((id) => id !== catalog.id);
  if (foreign !== undefined) {
    throw new GraphError(131009, {
      details: `Catalog ${foreign} is not connected to this WhatsApp Business Account.`,
    });
  }
  const known = new Set(catalog.products.map(({ retailerId }) => retailerId));
  const unknown = retailerIds.find((id) => !known.has(id));
  if (unknown !== undefined) {
    throw new GraphError(131009, { details: `Products not found in FB Catalog: ${unknown}` });
  }
}

interface References {
  readonly catalogIds: string[];
  readonly retailerIds: string[];
}

/** Every catalogue and product a send names, wherever in its content. */
function listReferences(message: SendMessageRequest): References {
  const found: References = { catalogIds: [], retailerIds: [] };
  if (message.type === 'interactive') collect(message.interactive, found);
  if (message.type === 'template') collect(message.template.components, found);
  return found;
}

function collect(part: unknown, found: References): void {
  if (Array.isArray(part)) {
    for (const each of part) collect(each, found);
    return;
  }
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'catalog_id') found.catalogIds.push(String(value));
    else if (key === 'product_retailer_id' || key === 'thumbnail_product_retailer_id') {
      found.retailerIds.push(String(value));
    } else collect(value, found);
  }
}
