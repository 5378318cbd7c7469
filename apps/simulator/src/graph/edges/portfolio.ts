import type { Portfolio, Waba } from '../../world/entities.ts';
import { page } from '../fields/page.ts';
import { type NodeView, selectFields } from '../fields/select-fields.ts';
import { showNode } from '../fields/show-node.ts';
import { wabaView } from '../fields/waba-fields.ts';
import { type Edges, type GraphCall, managementScope, textParameter } from '../graph-call.ts';
import { portfolioCreditEdges } from '../topics/partners/credit-lines.ts';
import { portfolioNumberEdges } from '../topics/partners/preverified-numbers.ts';

const view: NodeView<Portfolio> = {
  graphType: 'Business',
  defaults: ['name'],
  fields: {
    name: (node) => node.name,
    verification_status: (node) => node.verificationStatus,
  },
};

/** `/{business-id}`: the portfolio and the WABAs it owns. */
export const portfolioEdges: Edges<'portfolio'> = {
  'GET ': { scope: managementScope, handle: (call) => showNode(call, view, portfolioEdges) },
  'GET owned_whatsapp_business_accounts': { scope: managementScope, handle: listOwnWabas },
  ...portfolioNumberEdges,
  ...portfolioCreditEdges,
};

/** Of its WABAs those the token reaches. */
function listOwnWabas(call: GraphCall<Portfolio>): unknown {
  const { simulation, caller, node } = call;
  const isReached = ({ id }: Waba) => caller.wabaIds?.includes(id) ?? true;
  const wabas = [...simulation.world.wabas.values()].filter(
    (waba) => waba.portfolioId === node.id && isReached(waba),
  );
  const { fields, defaults, graphType } = wabaView(simulation.world, caller.app);
  return page(call, `${node.id}/owned_whatsapp_business_accounts`, wabas, (waba) =>
    selectFields(waba, fields, defaults, textParameter(call, 'fields'), graphType),
  );
}
