import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Simulation } from '../simulation.ts';
import type { JsonObject } from '../world/entities.ts';
import { isGroupId } from '../world/groups/group.ts';
import { GraphAnswer, messagingScope, type UploadedFile } from './graph-call.ts';
import { GraphError, unknownEdge, unknownNode } from './graph-error.ts';
import { type GraphPath, matchEdge, parsePath, unknownComponents } from './http/path.ts';
import { readForm } from './http/read-body.ts';
import { type FoundNode, findNode } from './nodes.ts';
import { authenticate, type Caller } from './tokens/authenticate.ts';
import { debugToken } from './tokens/debug-token.ts';
import { exchangeToken } from './tokens/exchange-token.ts';
import { requireScope } from './tokens/require-scope.ts';
import { countCall } from './usage/count-call.ts';

export interface IncomingCall {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly body: JsonObject;
  readonly file: UploadedFile | undefined;
  readonly stream: Readable | undefined;
}

/** Authenticates, finds the node, runs its edge; planned faults come first. Throws `GraphError`. */
export async function answerGraphCall(simulation: Simulation, incoming: IncomingCall): Promise<unknown> {
  const { request, body } = incoming;
  const path = resolveRootEdge(parsePath(request.url));
  throwPlannedAnswer(simulation, request.method, path);
  const parameters = { ...readQuery(request.query), ...body };
  if (path.nodeId === 'oauth' && path.edge === 'access_token') {
    return JSON.stringify(exchangeToken(simulation, parameters));
  }
  const token = readToken(request, parameters);
  const caller = authenticate(simulation, token, parameters.appsecret_proof);
  if (path.nodeId === 'debug_token') return debugToken(simulation, caller, parameters.input_token);
  return answerCaller(simulation, incoming, { path, caller, parameters });
}

/** The call of somebody who is known already: an app by its token, or a customer of a reseller by its key. */
export async function answerCaller(
  simulation: Simulation,
  { request, reply, body, file, stream }: IncomingCall,
  { path, caller, parameters }: KnownCall,
): Promise<unknown> {
  const id = path.nodeId === 'app' ? caller.app.id : path.nodeId;
  const found = findNode(simulation.world, caller, id);
  if (!found) throw isGroupId(id) ? new GraphError(131041) : unknownNode(request.method, id);
  const { edge, pathParameters } = findEdge(found, request.method, path, id);
  if (edge.scope && !isOwnApp(caller, id)) requireScope(caller, edge.scope);
  if (edge.scope !== messagingScope) {
    countCall(simulation, reply, { appId: caller.app.id, wabaId: found.wabaId });
  }
  const answer = await edge.handle({
    simulation,
    caller,
    method: request.method,
    version: path.version,
    node: found.node,
    parameters,
    body,
    file,
    stream,
    headers: request.headers,
    pathParameters,
    // The registry pairs a node with its edges; the union of all kinds cannot say so.
  } as Parameters<typeof edge.handle>[0]);
  if (path.edge === 'messages' && request.method === 'POST') return afterSend(simulation, reply, answer);
  if (!(answer instanceof GraphAnswer)) return JSON.stringify(answer);
  reply.status(answer.httpStatus);
  return JSON.stringify(answer.body);
}

interface KnownCall {
  readonly path: GraphPath;
  readonly caller: Caller;
  /** Query and body together. */
  readonly parameters: JsonObject;
}

/** Edges that hang on no node but on Graph itself; they are the calling app's here. */
const rootEdges = new Set(['message_template_library']);

function resolveRootEdge(path: GraphPath): GraphPath {
  return rootEdges.has(path.nodeId) ? { ...path, nodeId: 'app', edge: path.nodeId } : path;
}

function findEdge({ edges, graphType }: FoundNode, method: string, path: GraphPath, id: string) {
  const matched = matchEdge(edges, method, path);
  if (matched) return matched;
  const isEdgeKnown = Object.keys(edges).some((key) => key.split(/[ /]/)[1] === path.edge);
  if (path.rest.length > 0 && isEdgeKnown) throw unknownComponents([path.edge, ...path.rest]);
  throw unknownEdge(method, path.edge, graphType, id);
}

function isOwnApp(caller: Caller, nodeId: string): boolean {
  return caller.isAppToken && caller.app.id === nodeId;
}

export function readQuery(query: unknown): JsonObject {
  return typeof query === 'object' && query !== null ? readForm(Object.entries(query)) : {};
}

function readToken(request: FastifyRequest, parameters: JsonObject): string | undefined {
  const bearer = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? (typeof parameters.access_token === 'string' ? parameters.access_token : undefined);
}

export function throwPlannedAnswer({ faults, random }: Simulation, method: string, path: GraphPath): void {
  const call = { method, edge: path.edge === '' ? 'node' : path.edge, nodeId: path.nodeId };
  const planned = faults.takeAnswer(call, (probability) => probability >= 1 || random.chance(probability));
  if (!planned) return;
  const code = planned.code ?? (planned.status === 429 ? 130429 : 131000);
  throw new GraphError(code, { httpStatus: planned.status, details: "Planned by the simulator's faults" });
}

/** The faults of an accepted send: the answer comes late, or the connection is cut before it. */
async function afterSend(simulation: Simulation, reply: FastifyReply, answer: unknown): Promise<unknown> {
  const { acceptDelayMs, lostAnswer } = simulation.faults.get();
  if (acceptDelayMs > 0) await new Promise((resolve) => setTimeout(resolve, acceptDelayMs));
  if (!simulation.random.chance(lostAnswer)) return JSON.stringify(answer);
  reply.hijack();
  reply.raw.socket?.destroy();
  return undefined;
}
