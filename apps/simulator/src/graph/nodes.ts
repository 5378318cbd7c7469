import { isUsableBy } from '../world/partners/preverified-number.ts';
import type { World } from '../world/world.ts';
import { appEdges } from './edges/app.ts';
import { productCatalogEdges } from './edges/catalog.ts';
import { flowEdges } from './edges/flow.ts';
import { groupEdges } from './edges/group.ts';
import { mediaEdges } from './edges/media.ts';
import { phoneNumberEdges } from './edges/phone-number.ts';
import { portfolioEdges } from './edges/portfolio.ts';
import { signupEdges } from './edges/signup.ts';
import { templateEdges } from './edges/template.ts';
import { uploadEdges } from './edges/upload.ts';
import { wabaEdges } from './edges/waba.ts';
import type { Edges, NodeKind, NodeTypes } from './graph-call.ts';
import { permissionError } from './graph-error.ts';
import type { Caller } from './tokens/authenticate.ts';
import { creditAllocationEdges, creditLineEdges } from './topics/partners/credit-lines.ts';
import { preverifiedEdges } from './topics/partners/preverified-numbers.ts';
import { migrationIntentEdges, solutionEdges } from './topics/partners/solutions.ts';

/** A kind of node: how Graph names it, where it lies, what hangs on it, and which WABA guards it. */
interface NodeDefinition<Kind extends NodeKind> {
  readonly graphType: string;
  readonly find: (world: World, id: string) => NodeTypes[Kind] | undefined;
  readonly edges: Edges<Kind>;
  readonly wabaOf: (world: World, node: NodeTypes[Kind]) => string | undefined;
  /** Where no single WABA guards it: whether a token that reaches these may see it. */
  readonly isSeenFrom?: (world: World, node: NodeTypes[Kind], wabaIds: readonly string[]) => boolean;
}

type NodeDefinitions = { readonly [Kind in NodeKind]: NodeDefinition<Kind> };

const nodeDefinitions: NodeDefinitions = {
  phoneNumber: {
    graphType: 'WhatsAppBusinessPhoneNumber',
    find: (world, id) => {
      const phoneNumber = world.phoneNumbers.get(id);
      return phoneNumber?.status === 'DELETED' ? undefined : phoneNumber;
    },
    edges: phoneNumberEdges,
    wabaOf: (_world, { wabaId }) => wabaId,
  },
  waba: {
    graphType: 'WhatsAppBusinessAccount',
    find: (world, id) => world.wabas.get(id),
    edges: wabaEdges,
    wabaOf: (_world, { id }) => id,
  },
  app: {
    graphType: 'Application',
    find: (world, id) => world.apps.get(id),
    edges: appEdges,
    wabaOf: () => undefined,
  },
  media: {
    graphType: 'WhatsAppMedia',
    find: (world, id) => world.media.get(id),
    edges: mediaEdges,
    wabaOf: (world, { phoneNumberId }) => world.phoneNumbers.get(phoneNumberId)?.wabaId,
  },
  template: {
    graphType: 'WhatsAppMessageTemplate',
    find: (world, id) => {
      const template = world.templates.get(id);
      return template?.status === 'DELETED' ? undefined : template;
    },
    edges: templateEdges,
    wabaOf: (_world, { wabaId }) => wabaId,
  },
  portfolio: {
    graphType: 'Business',
    find: (world, id) => world.portfolios.get(id),
    edges: portfolioEdges,
    wabaOf: () => undefined,
    isSeenFrom: (world, { id }, wabaIds) => portfoliosOf(world, wabaIds).includes(id),
  },
  preverified: {
    graphType: 'WhatsAppBusinessPreVerifiedPhoneNumber',
    find: (world, id) => world.preverifiedNumbers.get(id),
    edges: preverifiedEdges,
    wabaOf: () => undefined,
    isSeenFrom: (world, number, wabaIds) =>
      portfoliosOf(world, wabaIds).some((portfolioId) => isUsableBy(number, portfolioId)),
  },
  creditLine: {
    graphType: 'ExtendedCredit',
    find: (world, id) => world.creditLines.get(id),
    edges: creditLineEdges,
    wabaOf: () => undefined,
    isSeenFrom: (world, { portfolioId }, wabaIds) => portfoliosOf(world, wabaIds).includes(portfolioId),
  },
  creditAllocation: {
    graphType: 'ExtendedCreditAllocationConfig',
    find: (world, id) => world.creditAllocations.get(id),
    edges: creditAllocationEdges,
    wabaOf: (_world, { wabaId }) => wabaId,
  },
  solution: {
    graphType: 'WhatsAppBusinessSolution',
    find: (world, id) => world.solutions.get(id),
    edges: solutionEdges,
    wabaOf: () => undefined,
    isSeenFrom: (world, { owner, partner }, wabaIds) =>
      portfoliosOf(world, wabaIds).some((id) => [owner.portfolioId, partner.portfolioId].includes(id)),
  },
  migrationIntent: {
    graphType: 'WhatsAppBusinessSolutionMigrationIntent',
    find: (world, id) => [...world.migrationIntents.values()].find((intent) => intent.id === id),
    edges: migrationIntentEdges,
    wabaOf: (_world, { wabaId }) => wabaId,
  },
  signup: {
    graphType: 'WhatsAppBusinessSignup',
    find: (world, id) => world.signups.get(id),
    edges: signupEdges,
    wabaOf: (_world, { wabaId }) => wabaId,
  },
  upload: {
    graphType: 'UploadSession',
    find: (world, id) => world.uploads.get(id),
    edges: uploadEdges,
    wabaOf: () => undefined,
  },
  flow: {
    graphType: 'WhatsAppBusinessFlow',
    find: (world, id) => world.flows.get(id),
    edges: flowEdges,
    wabaOf: (_world, { wabaId }) => wabaId,
  },
  catalog: {
    graphType: 'ProductCatalog',
    find: (world, id) => [...world.wabas.values()].find(({ catalog }) => catalog?.id === id)?.catalog,
    edges: productCatalogEdges,
    wabaOf: () => undefined,
    isSeenFrom: (world, { id }, wabaIds) =>
      wabaIds.some((wabaId) => world.wabas.get(wabaId)?.catalog?.id === id),
  },
  group: {
    graphType: 'WhatsAppBusinessGroup',
    find: (world, id) => world.groups.get(id),
    edges: groupEdges,
    wabaOf: (world, { phoneNumberId }) => world.phoneNumbers.get(phoneNumberId)?.wabaId,
  },
};

export interface FoundNode {
  readonly graphType: string;
  readonly node: unknown;
  readonly edges: Edges<NodeKind>;
  /** The WABA it belongs to, if it belongs to one. */
  readonly wabaId: string | undefined;
}

function portfoliosOf({ wabas }: World, wabaIds: readonly string[]): string[] {
  return wabaIds.flatMap((wabaId) => wabas.get(wabaId)?.portfolioId ?? []);
}

/** Every kind of node as the index page lists it. */
export function listNodes() {
  return Object.values(nodeDefinitions).map(({ graphType, edges }) => ({
    graphType,
    edges: Object.keys(edges),
  }));
}

/**
 * The node of this id, if it exists and the caller may see it. A node of a WABA the token does not reach looks like
 * none, or is refused with 200: sources disagree, the setting `graph.foreignWaba` decides.
 */
export function findNode(world: World, caller: Caller, id: string): FoundNode | undefined {
  for (const kind of Object.keys(nodeDefinitions)) {
    // Each definition's functions fit its own node type; the loop cannot tell TypeScript which one it has.
    const definition = nodeDefinitions[kind as NodeKind] as unknown as NodeDefinition<NodeKind>;
    const node = definition.find(world, id);
    if (!node) continue;
    const wabaId = definition.wabaOf(world, node);
    const isForeign = caller.wabaIds !== undefined && !isSeen(definition, world, node, caller.wabaIds);
    if (isForeign && world.settings.graph.foreignWaba === 'forbidden') throw permissionError();
    return isForeign ? undefined : { graphType: definition.graphType, node, edges: definition.edges, wabaId };
  }
  return undefined;
}

function isSeen(
  { wabaOf, isSeenFrom }: NodeDefinition<NodeKind>,
  world: World,
  node: NodeTypes[NodeKind],
  wabaIds: readonly string[],
): boolean {
  if (isSeenFrom) return isSeenFrom(world, node, wabaIds);
  const wabaId = wabaOf(world, node);
  return wabaId === undefined || wabaIds.includes(wabaId);
}
