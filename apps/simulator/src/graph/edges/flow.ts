import { changeFlow } from '../../world/flows/change-flow.ts';
import type { Flow } from '../../world/flows/flow.ts';
import { showNode } from '../fields/show-node.ts';
import { type Edges, type GraphCall, managementScope } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';
import { badParameter, readInput } from '../input/read-input.ts';
import { flowAssetEdges } from '../topics/flows/flow-assets.ts';
import { flowView } from '../topics/flows/flow-fields.ts';
import { updateFlowSchema } from '../topics/flows/flow-input.ts';
import { publishFlow } from '../topics/flows/publish-flow.ts';

/** `/{flow-id}` and what hangs on it (Meta: Flows API). */
export const flowEdges: Edges<'flow'> = {
  'GET ': {
    scope: managementScope,
    handle: (call) => showNode(call, flowView(call.simulation, call.caller.app), flowEdges),
  },
  'POST ': { scope: managementScope, handle: updateFlow },
  'DELETE ': {
    scope: managementScope,
    handle({ simulation, node }) {
      if (node.status !== 'DRAFT') {
        throw new GraphError(139004, { details: `Flow is ${node.status}, only drafts can be deleted.` });
      }
      simulation.commit({ kind: 'entity-removed', entity: 'flows', key: node.id });
      return { success: true };
    },
  },
  'POST publish': { scope: managementScope, handle: publishFlow },
  'POST deprecate': {
    scope: managementScope,
    handle({ simulation, node }) {
      if (!deprecable.has(node.status)) {
        throw new GraphError(139003, {
          details: `Flow is ${node.status}, only a published flow can be deprecated.`,
        });
      }
      changeFlow(simulation, node, { status: 'DEPRECATED' });
      return { success: true };
    },
  },
  ...flowAssetEdges,
};

const deprecable = new Set(['PUBLISHED', 'THROTTLED', 'BLOCKED']);

/** A published flow is immutable except for its endpoint (139001). */
function updateFlow(call: GraphCall<Flow>): unknown {
  const { simulation, node } = call;
  const input = readInput(call, updateFlowSchema);
  const { name, categories, endpoint_uri: endpointUri, application_id: applicationId } = input;
  if (node.status !== 'DRAFT' && (name !== undefined || categories !== undefined)) {
    throw new GraphError(139001, { details: `Flow is ${node.status}: only its endpoint can be changed.` });
  }
  if (applicationId !== undefined && !simulation.world.apps.has(applicationId)) {
    throw badParameter('application_id', 'must be a valid app ID.');
  }
  changeFlow(simulation, node, {
    ...(name === undefined ? {} : { name }),
    ...(categories === undefined ? {} : { categories }),
    ...(endpointUri === undefined ? {} : { endpointUri }),
    ...(applicationId === undefined ? {} : { applicationId }),
  });
  return { success: true };
}
