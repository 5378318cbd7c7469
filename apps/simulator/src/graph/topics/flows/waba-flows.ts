import { z } from 'zod';
import type { Waba } from '../../../world/entities.ts';
import type { Flow } from '../../../world/flows/flow.ts';
import { validateFlowJson } from '../../../world/flows/validate-flow-json.ts';
import { page } from '../../fields/page.ts';
import { selectFields } from '../../fields/select-fields.ts';
import { type Edges, type GraphCall, managementScope, textParameter } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphList, graphText } from '../../input/values.ts';
import { flowView } from './flow-fields.ts';
import { createFlowSchema } from './flow-input.ts';
import { publishFlow } from './publish-flow.ts';

const previewLifeMs = 30 * 24 * 60 * 60 * 1000;
const mostMigrated = 100;

/** `/{waba-id}/flows` and `/{waba-id}/migrate_flows`. */
export const wabaFlowEdges: Edges<'waba'> = {
  'GET flows': { scope: managementScope, handle: listFlows },
  'POST flows': { scope: managementScope, handle: createFlow },
  'POST migrate_flows': { scope: managementScope, handle: migrateFlows },
};

function listFlows(call: GraphCall<Waba>): unknown {
  const { simulation, node, caller } = call;
  const view = flowView(simulation, caller.app);
  const flows = [...simulation.world.flows.values()].filter(({ wabaId }) => wabaId === node.id).reverse();
  return page(call, `${node.id}/flows`, flows, (flow) =>
    selectFields(flow, view.fields, view.defaults, textParameter(call, 'fields'), view.graphType),
  );
}

/** Created with validation errors or not; with `publish` it is published at once if it can be. */
async function createFlow(call: GraphCall<Waba>): Promise<unknown> {
  const { simulation, node, caller } = call;
  const input = readInput(call, createFlowSchema);
  requireNewName(call, input.name);
  const source = input.clone_flow_id === undefined ? undefined : findOwn(call, input.clone_flow_id);
  const json = input.flow_json ?? source?.json;
  const flow = buildFlow(call, {
    wabaId: node.id,
    name: input.name,
    categories: input.categories,
    json,
    endpointUri: input.endpoint_uri ?? source?.endpointUri,
    applicationId: caller.app.id,
  });
  simulation.commit({ kind: 'entities', entities: { flows: [flow] } });
  const { validationErrors } = flow;
  if (input.publish && validationErrors.length === 0) await publishFlow({ ...call, node: flow });
  return {
    id: flow.id,
    success: true,
    ...(json === undefined ? {} : { validation_errors: validationErrors }),
  };
}

function buildFlow(
  { simulation: { random, clock } }: GraphCall<Waba>,
  given: Pick<Flow, 'wabaId' | 'name' | 'categories' | 'json' | 'endpointUri' | 'applicationId'>,
): Flow {
  return {
    ...given,
    id: random.digits(15),
    status: 'DRAFT',
    validationErrors: given.json === undefined ? [] : validateFlowJson(given.json),
    previewToken: random.hex(32).toLowerCase(),
    previewExpiresAt: clock.now() + previewLifeMs,
    createdAt: clock.now(),
    updatedAt: clock.now(),
  };
}

/** Within a WABA a name belongs to one flow. */
function requireNewName({ simulation: { world }, node }: GraphCall<Waba>, name: string): void {
  if (!hasFlowNamed(world.flows.values(), node.id, name)) return;
  throw new GraphError(100, {
    userTitle: 'Flow Name Is Not Unique',
    userMessage: `A flow with the name "${name}" exists in this account already.`,
    details: 'The name must be unique within one WhatsApp Business Account.',
  });
}

function hasFlowNamed(flows: Iterable<Flow>, wabaId: string, name: string): boolean {
  return [...flows].some((flow) => flow.wabaId === wabaId && flow.name === name);
}

function findOwn({ simulation: { world }, node }: GraphCall<Waba>, flowId: string): Flow {
  const flow = world.flows.get(flowId);
  if (flow?.wabaId === node.id) return flow;
  throw badParameter('clone_flow_id', 'must be the ID of a flow of this account.');
}

const migrateSchema = z.object({
  source_waba_id: graphText,
  source_flow_names: graphList(z.string(), { max: mostMigrated }).optional(),
});

/** Copies flows of another own WABA as drafts; each name fails or passes by itself. */
function migrateFlows(call: GraphCall<Waba>): unknown {
  const { simulation, node, caller } = call;
  const { source_waba_id: sourceId, source_flow_names: names } = readInput(call, migrateSchema);
  const isReached = simulation.world.wabas.has(sourceId) && (caller.wabaIds?.includes(sourceId) ?? true);
  if (!isReached) throw badParameter('source_waba_id', 'must be a valid WhatsApp Business Account ID.');
  const sources = [...simulation.world.flows.values()].filter(({ wabaId }) => wabaId === sourceId);
  const wanted = names ?? sources.map(({ name }) => name);
  const migrated: unknown[] = [];
  const failed: unknown[] = [];
  for (const name of wanted) {
    const source = sources.find((flow) => flow.name === name);
    const isTaken = hasFlowNamed(simulation.world.flows.values(), node.id, name);
    if (!source || isTaken) {
      const message = source ? 'The target account has a flow of this name.' : 'The flow does not exist.';
      failed.push({ source_name: name, error_code: String(100), error_message: message });
      continue;
    }
    const { categories, json, endpointUri, applicationId } = source;
    const flow = buildFlow(call, { wabaId: node.id, name, categories, json, endpointUri, applicationId });
    simulation.commit({ kind: 'entities', entities: { flows: [flow] } });
    migrated.push({ source_name: name, source_id: source.id, migrated_id: flow.id });
  }
  return { migrated_flows: migrated, failed_flows: failed };
}
