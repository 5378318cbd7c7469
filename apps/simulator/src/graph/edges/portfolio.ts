import type { Portfolio } from '../../world/entities.ts';
import { page } from '../fields/page.ts';
import { type FieldTable, selectFields } from '../fields/select-fields.ts';
import { wabaDefaults, wabaFields } from '../fields/waba-fields.ts';
import type { Edges } from '../graph-call.ts';
import { textParameter } from '../graph-call.ts';

const fields: FieldTable<Portfolio> = {
  name: (node) => node.name,
  verification_status: (node) => node.verificationStatus,
};

/** `/{business-id}`: the portfolio and the WABAs it owns. */
export const portfolioEdges: Edges<'portfolio'> = {
  'GET ': {
    handle: (call) => selectFields(call.node, fields, ['name'], textParameter(call, 'fields'), 'Business'),
  },
  'GET owned_whatsapp_business_accounts': {
    handle(call) {
      const { world } = call.simulation;
      const wabas = [...world.wabas.values()].filter(({ portfolioId }) => portfolioId === call.node.id);
      const table = wabaFields(world, call.caller.app);
      return page(call, `${call.node.id}/owned_whatsapp_business_accounts`, wabas, (node) =>
        selectFields(node, table, wabaDefaults, textParameter(call, 'fields'), 'WhatsAppBusinessAccount'),
      );
    },
  },
};
