import { z } from 'zod';
import type { CreditAllocation, CreditLine } from '../../../world/partners/credit-line.ts';
import { page } from '../../fields/page.ts';
import { type NodeView, selectFields } from '../../fields/select-fields.ts';
import { showNode } from '../../fields/show-node.ts';
import { businessScope, type Edges, type GraphCall, textParameter } from '../../graph-call.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphText } from '../../input/values.ts';

/** `GET /{business-id}/extendedcredits`: the credit lines of a Solution Partner (Meta: share and revoke credit lines). */
export const portfolioCreditEdges: Edges<'portfolio'> = {
  'GET extendedcredits': {
    scope: businessScope,
    handle(call) {
      const { world } = call.simulation;
      const lines = [...world.creditLines.values()].filter(({ portfolioId }) => portfolioId === call.node.id);
      const { fields, defaults, graphType } = creditLineView;
      return page(call, `${call.node.id}/extendedcredits`, lines, (line) =>
        selectFields(line, fields, defaults, textParameter(call, 'fields'), graphType),
      );
    },
  },
};

const creditLineView: NodeView<CreditLine> = {
  graphType: 'ExtendedCredit',
  defaults: ['legal_entity_name'],
  fields: { legal_entity_name: (node) => node.legalEntityName },
};

/** `/{credit-id}`: who is charged to it. */
export const creditLineEdges: Edges<'creditLine'> = {
  'GET ': { scope: businessScope, handle: (call) => showNode(call, creditLineView, creditLineEdges) },
  'POST whatsapp_credit_sharing_and_attach': { scope: businessScope, handle: attach },
  'GET owning_credit_allocation_configs': { scope: businessScope, handle: listAllocations },
};

/** `/{allocation-id}`; deleting it takes the account's payment method away. */
export const creditAllocationEdges: Edges<'creditAllocation'> = {
  'GET ': {
    scope: businessScope,
    handle: (call) => showNode(call, allocationView(call), creditAllocationEdges),
  },
  'DELETE ': {
    scope: businessScope,
    handle({ simulation: { world, commit }, node }) {
      const waba = world.wabas.get(node.wabaId);
      if (waba) {
        const unpaid = { ...waba, fundingId: undefined, isPaymentMissing: true };
        commit({ kind: 'entities', entities: { wabas: [unpaid] } });
      }
      commit({ kind: 'entity-removed', entity: 'creditAllocations', key: node.id });
      return { success: true };
    },
  },
};

function allocationView({ simulation: { world } }: GraphCall): NodeView<CreditAllocation> {
  return {
    graphType: 'ExtendedCreditAllocationConfig',
    defaults: ['receiving_business', 'receiving_credential'],
    fields: {
      receiving_credential: (node) => ({ id: node.credentialId }),
      receiving_business: (node) => {
        const receiver = world.portfolios.get(world.wabas.get(node.wabaId)?.portfolioId ?? '');
        return receiver && { id: receiver.id, name: receiver.name };
      },
    },
  };
}

const attachSchema = z.object({
  waba_id: graphText,
  waba_currency: graphText.pipe(z.string().regex(/^[A-Z]{3}$/, 'must be a currency code.')),
});

/** The line pays for the account from now on, in the currency given. */
function attach(call: GraphCall<CreditLine>): unknown {
  const { simulation, caller, node } = call;
  const { world, random, commit } = simulation;
  const { waba_id: wabaId, waba_currency: currency } = readInput(call, attachSchema);
  const waba = world.wabas.get(wabaId);
  if (!waba || !(caller.wabaIds?.includes(wabaId) ?? true)) {
    throw badParameter('waba_id', 'must be the ID of a WhatsApp Business account shared with this app.');
  }
  if ([...world.creditAllocations.values()].some((allocation) => allocation.wabaId === wabaId)) {
    throw badParameter('waba_id', 'names an account that is charged to a credit line already.');
  }
  const allocation = {
    id: random.digits(16),
    creditLineId: node.id,
    wabaId,
    credentialId: random.digits(16),
  };
  const paid = { ...waba, currency, fundingId: allocation.credentialId, isPaymentMissing: false };
  commit({ kind: 'entities', entities: { creditAllocations: [allocation], wabas: [paid] } });
  return { allocation_config_id: allocation.id, waba_id: wabaId };
}

const listSchema = z.object({ receiving_business_id: graphText.optional() });

function listAllocations(call: GraphCall<CreditLine>): unknown {
  const { world } = call.simulation;
  const { receiving_business_id: receiverId } = readInput(call, listSchema);
  const allocations = [...world.creditAllocations.values()].filter(
    ({ creditLineId, wabaId }) =>
      creditLineId === call.node.id &&
      (receiverId === undefined || world.wabas.get(wabaId)?.portfolioId === receiverId),
  );
  const { fields, defaults, graphType } = allocationView(call);
  return page(call, `${call.node.id}/owning_credit_allocation_configs`, allocations, (allocation) =>
    selectFields(allocation, fields, defaults, textParameter(call, 'fields'), graphType),
  );
}
