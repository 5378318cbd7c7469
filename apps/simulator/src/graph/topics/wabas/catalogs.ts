import { page } from '../../fields/page.ts';
import { type Edges, managementScope } from '../../graph-call.ts';

/** `GET /{waba-id}/product_catalogs`: the catalogue a WABA sells from, one at most. */
export const catalogEdges: Edges<'waba'> = {
  'GET product_catalogs': {
    scope: managementScope,
    handle(call) {
      const { catalog } = call.node;
      return page(call, `${call.node.id}/product_catalogs`, catalog ? [catalog] : [], ({ id, name }) => ({
        id,
        name,
      }));
    },
  },
};
