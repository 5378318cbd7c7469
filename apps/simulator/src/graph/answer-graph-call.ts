import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Simulation } from '../simulation.ts';
import type { JsonObject } from '../world/entities.ts';
import type { UploadedFile } from './graph-call.ts';
import { GraphError, unknownEdge, unknownNode } from './graph-error.ts';
import { findNode } from './nodes.ts';
import { authenticate, type Caller, requireScope } from './tokens/authenticate.ts';
import { debugToken } from './tokens/debug-token.ts';
import { exchangeCredentials } from './tokens/exchange-credentials.ts';

export interface IncomingCall {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly body: JsonObject;
  readonly file: UploadedFile | undefined;
}

interface Path {
  readonly version: string;
  readonly nodeId: string;
  readonly edge: string;
}

/** Authenticates, finds the node, runs its edge; planned faults come first. Throws `GraphError`. */
export async function answerGraphCall(simulation: Simulation, incoming: IncomingCall): Promise<unknown> {
  const { request, reply, body, file } = incoming;
  const path = parsePath(request.url);
  throwPlannedAnswer(simulation, request.method, path);
  const parameters = { ...readQuery(request.query), ...body };
  if (path.nodeId === 'oauth' && path.edge === 'access_token') {
    return JSON.stringify(exchangeCredentials(simulation, parameters));
  }
  const token = readToken(request, parameters);
  const caller = authenticate(simulation, token, parameters.appsecret_proof);
  if (path.nodeId === 'debug_token') return debugToken(simulation, caller, parameters.input_token);

  const id = path.nodeId === 'app' ? caller.app.id : path.nodeId;
  const found = findNode(simulation.world, caller, id);
  if (!found) throw unknownNode(request.method, id);
  const edge = found.edges[`${request.method} ${path.edge}`];
  if (!edge) throw unknownEdge(request.method, path.edge, found.graphType, id);
  if (edge.scope && !isOwnApp(caller, id)) requireScope(caller, edge.scope);
  const answer = await edge.handle({
    simulation,
    caller,
    method: request.method,
    version: path.version,
    node: found.node,
    parameters,
    body,
    file,
  } as Parameters<typeof edge.handle>[0]);
  if (path.edge === 'messages' && request.method === 'POST') return afterSend(simulation, reply, answer);
  return JSON.stringify(answer);
}

function isOwnApp(caller: Caller, nodeId: string): boolean {
  return caller.isAppToken && caller.app.id === nodeId;
}

/** `/v25.0/123/messages?…` or `/123/messages`; deeper paths belong to nothing Graph knows. */
function parsePath(url: string): Path {
  const [pathname = ''] = url.split('?', 1);
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const hasVersion = /^v\d+\.\d+$/.test(segments[0] ?? '');
  const version = hasVersion ? (segments.shift() ?? '') : 'v25.0';
  const [nodeId = '', edge = '', ...rest] = segments;
  if (nodeId === '' || rest.length > 0) {
    throw new GraphError(2500, { message: `Unknown path components: /${[edge, ...rest].join('/')}` });
  }
  return { version, nodeId, edge };
}

function readQuery(query: unknown): JsonObject {
  return typeof query === 'object' && query !== null ? { ...query } : {};
}

function readToken(request: FastifyRequest, parameters: JsonObject): string | undefined {
  const bearer = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? (typeof parameters.access_token === 'string' ? parameters.access_token : undefined);
}

function throwPlannedAnswer({ faults, random }: Simulation, method: string, path: Path): void {
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
