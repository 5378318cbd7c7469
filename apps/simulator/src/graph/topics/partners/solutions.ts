import { z } from 'zod';
import type { App, Waba } from '../../../world/entities.ts';
import {
  changeSolution,
  portfolioOfApp,
  type SolutionStep,
  saveSolution,
  solutionSteps,
} from '../../../world/partners/change-solution.ts';
import { type Solution, solutionPermissions } from '../../../world/partners/solution.ts';
import { page } from '../../fields/page.ts';
import { type NodeView, selectFields } from '../../fields/select-fields.ts';
import { showNode } from '../../fields/show-node.ts';
import {
  businessScope,
  type Edge,
  type Edges,
  type GraphCall,
  managementScope,
  textParameter,
} from '../../graph-call.ts';
import { GraphError, unknownNode } from '../../graph-error.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphList, graphText, graphTextOf } from '../../input/values.ts';
import { withGraphErrors } from '../../with-graph-errors.ts';

const permissions = graphList(z.enum(solutionPermissions));
const createSchema = z.object({
  solution_name: graphTextOf(256, 1),
  partner_app_id: graphText,
  owner_permissions: permissions,
  partner_permissions: permissions,
});
const listSchema = z.object({ role: z.enum(['OWNER', 'PARTNER']).optional() });

/** `/{app-id}`: solutions it offers to another partner's app, and those it has a part in. */
export const appSolutionEdges: Edges<'app'> = {
  'POST whatsapp_business_solution': { scope: managementScope, handle: createSolution },
  'GET whatsapp_business_solutions': { scope: managementScope, handle: listOfApp },
};

/** `/{solution-id}`: a look, a key to customers' accounts, and the steps either side can take. */
export const solutionEdges: Edges<'solution'> = {
  'GET ': {
    scope: managementScope,
    handle(call) {
      requireParty(call);
      return showNode(call, solutionView(call), solutionEdges);
    },
  },
  'GET access_token': { scope: businessScope, handle: giveToken },
  ...Object.fromEntries(solutionSteps.map((step) => [`POST ${step}`, stepEdge(step)])),
};

/** `/{waba-id}`: which solution it is to move to. */
export const wabaSolutionEdges: Edges<'waba'> = {
  'POST set_solution_migration_intent': { scope: managementScope, handle: setIntent },
  'GET solutions': {
    scope: managementScope,
    handle(call) {
      const { migrationIntents, solutions } = call.simulation.world;
      const solution = solutions.get(migrationIntents.get(call.node.id)?.solutionId ?? '');
      return pageOf(call, `${call.node.id}/solutions`, solution ? [solution] : []);
    },
  },
};

/** `/{migration-intent-id}`. */
export const migrationIntentEdges: Edges<'migrationIntent'> = {
  'GET ': {
    scope: managementScope,
    handle: (call) =>
      showNode(
        call,
        {
          graphType: 'WhatsAppBusinessSolutionMigrationIntent',
          defaults: ['solution'],
          fields: {
            solution: ({ solutionId }) => {
              const solution = call.simulation.world.solutions.get(solutionId);
              return solution && { id: solution.id, name: solution.name };
            },
          },
        },
        migrationIntentEdges,
      ),
  },
};

function solutionView({ simulation: { world } }: GraphCall): NodeView<Solution> {
  const app = (id: string) => ({ id, name: world.apps.get(id)?.name });
  return {
    graphType: 'WhatsAppBusinessSolution',
    defaults: ['name', 'status'],
    fields: {
      name: (node) => node.name,
      status: (node) => node.status,
      owner_app: ({ owner }) => app(owner.appId),
      owner_permissions: ({ owner }) => owner.permissions,
      partner_app: ({ partner }) => app(partner.appId),
      partner_permissions: ({ partner }) => partner.permissions,
    },
  };
}

function pageOf(call: GraphCall, path: string, solutions: readonly Solution[]) {
  const { fields, defaults, graphType } = solutionView(call);
  return page(call, path, solutions, (solution) =>
    selectFields(solution, fields, defaults, textParameter(call, 'fields'), graphType),
  );
}

function createSolution(call: GraphCall<App>): unknown {
  const { simulation, node } = call;
  requireOwnApp(call);
  const input = readInput(call, createSchema);
  const partnerApp = simulation.world.apps.get(input.partner_app_id);
  if (!partnerApp || partnerApp.id === node.id) {
    throw badParameter('partner_app_id', "must be the ID of another partner's app.");
  }
  const partyOf = (app: App, granted: Solution['owner']['permissions']) => ({
    appId: app.id,
    portfolioId: portfolioOfApp(simulation.world, app),
    permissions: granted,
  });
  const solution: Solution = {
    id: simulation.random.digits(15),
    name: input.solution_name,
    status: 'INITIATED',
    owner: partyOf(node, input.owner_permissions),
    partner: partyOf(partnerApp, input.partner_permissions),
  };
  saveSolution(simulation, solution);
  return { solution_id: solution.id };
}

function listOfApp(call: GraphCall<App>): unknown {
  requireOwnApp(call);
  const { role } = readInput(call, listSchema);
  const solutions = [...call.simulation.world.solutions.values()].filter(
    ({ owner, partner }) =>
      (role !== 'PARTNER' && owner.appId === call.node.id) ||
      (role !== 'OWNER' && partner.appId === call.node.id),
  );
  return pageOf(call, `${call.node.id}/whatsapp_business_solutions`, solutions);
}

function requireOwnApp({ caller, method, node }: GraphCall<App>): void {
  if (caller.app.id !== node.id) throw unknownNode(method, node.id);
}

/** Nobody but its two partners sees a solution. */
function requireParty({ caller, method, node }: GraphCall<Solution>): void {
  const { owner, partner } = node;
  if (![owner.appId, partner.appId].includes(caller.app.id)) throw unknownNode(method, node.id);
}

function stepEdge(step: SolutionStep): Edge<'solution'> {
  return {
    scope: managementScope,
    handle(call) {
      requireParty(call);
      withGraphErrors(() => changeSolution(call.simulation, call.node, step, call.caller.app.id));
      return { success: true };
    },
  };
}

const tokenSchema = z.object({ business_id: graphText });
const tokenScopes = ['whatsapp_business_management', 'whatsapp_business_messaging'];

/** A token for the accounts of one customer that are to be in the solution. (Shape: UNCONFIRMED) */
function giveToken(call: GraphCall<Solution>): unknown {
  requireParty(call);
  const { simulation, caller, node } = call;
  const { world, random, clock, commit } = simulation;
  const { business_id: businessId } = readInput(call, tokenSchema);
  if (node.status !== 'ACTIVE') {
    throw new GraphError(100, { message: `(#100) The solution is ${node.status}, not ACTIVE.` });
  }
  const wabaIds = [...world.migrationIntents.values()].flatMap(({ solutionId, wabaId }) =>
    solutionId === node.id && world.wabas.get(wabaId)?.portfolioId === businessId ? [wabaId] : [],
  );
  if (wabaIds.length === 0) {
    throw badParameter('business_id', 'must be the ID of a business with an account in this solution.');
  }
  const { permissions } = node.owner.appId === caller.app.id ? node.owner : node.partner;
  const scopes = permissions.includes('MESSAGING') ? tokenScopes : tokenScopes.slice(0, 1);
  const token = `EAA${random.base62(160)}`;
  const issued = { token, appId: caller.app.id, wabaIds, scopes, issuedAt: clock.now() };
  commit({ kind: 'entities', entities: { tokens: [issued] } });
  return { access_token: token };
}

const intentSchema = z.object({ solution_id: graphText });
const markedAlready = 2593079;

function setIntent(call: GraphCall<Waba>): unknown {
  const { simulation, caller, node } = call;
  const { world, random, commit } = simulation;
  const { solution_id: solutionId } = readInput(call, intentSchema);
  const solution = world.solutions.get(solutionId);
  const isParty = [solution?.owner.appId, solution?.partner.appId].includes(caller.app.id);
  if (!isParty || solution?.status !== 'ACTIVE') {
    throw badParameter('solution_id', 'must be the ID of an active solution of this app.');
  }
  const before = world.migrationIntents.get(node.id);
  if (before && before.solutionId !== solutionId) throw new GraphError(markedAlready);
  if (before) return { id: before.id };
  const intent = { id: random.digits(15), wabaId: node.id, solutionId };
  commit({ kind: 'entities', entities: { migrationIntents: [intent] } });
  return { id: intent.id };
}
