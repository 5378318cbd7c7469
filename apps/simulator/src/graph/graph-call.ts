import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Simulation } from '../simulation.ts';
import type { Signup } from '../world/accounts/signup.ts';
import type {
  App,
  Catalog,
  JsonObject,
  Media,
  PhoneNumber,
  Portfolio,
  Template,
  Waba,
} from '../world/entities.ts';
import type { Flow } from '../world/flows/flow.ts';
import type { Group } from '../world/groups/group.ts';
import type { IncomingFile } from '../world/media/incoming-files.ts';
import type { UploadSession } from '../world/media/upload-session.ts';
import type { CreditAllocation, CreditLine } from '../world/partners/credit-line.ts';
import type { PreverifiedNumber } from '../world/partners/preverified-number.ts';
import type { MigrationIntent, Solution } from '../world/partners/solution.ts';
import type { Caller } from './tokens/authenticate.ts';

/** A file that came in a multipart body. It is discarded after the call unless the edge keeps it. */
export interface UploadedFile extends IncomingFile {
  readonly filename: string | undefined;
  readonly mimeType: string;
}

/** One Graph call, parsed and authenticated. `parameters` holds query and body together; the body wins. */
export interface GraphCall<Node = unknown> {
  readonly simulation: Simulation;
  readonly caller: Caller;
  readonly method: string;
  readonly version: string;
  readonly node: Node;
  readonly parameters: JsonObject;
  readonly body: JsonObject;
  readonly file: UploadedFile | undefined;
  /** The raw body of a resumable upload's step. */
  readonly stream: Readable | undefined;
  readonly headers: IncomingHttpHeaders;
  /** What the path names below the edge: `code` of `GET message_qrdls/:code`. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** An answer with an HTTP status of its own, where Meta says more than yes or no. */
export class GraphAnswer {
  readonly httpStatus: number;
  readonly body: JsonObject;

  constructor(httpStatus: number, body: JsonObject) {
    this.httpStatus = httpStatus;
    this.body = body;
  }
}

/** Every kind of node; all share one name space of ids. */
export interface NodeTypes {
  readonly phoneNumber: PhoneNumber;
  readonly waba: Waba;
  readonly app: App;
  readonly media: Media;
  readonly template: Template;
  readonly portfolio: Portfolio;
  readonly upload: UploadSession;
  readonly flow: Flow;
  readonly catalog: Catalog;
  readonly group: Group;
  readonly signup: Signup;
  readonly preverified: PreverifiedNumber;
  readonly creditLine: CreditLine;
  readonly creditAllocation: CreditAllocation;
  readonly solution: Solution;
  readonly migrationIntent: MigrationIntent;
}

export type NodeKind = keyof NodeTypes;

export interface Edge<Kind extends NodeKind> {
  /** The permission the token must have; app tokens are asked for none. */
  readonly scope?: string;
  readonly handle: (call: GraphCall<NodeTypes[Kind]>) => unknown;
}

/** Edges of one kind of node: `"POST messages"`; the node itself is `"GET "`, deeper paths `"GET a/:name"`. */
export type Edges<Kind extends NodeKind> = { readonly [methodAndEdge: string]: Edge<Kind> };

export const messagingScope = 'whatsapp_business_messaging';
export const managementScope = 'whatsapp_business_management';
/** Partners' own affairs, such as credit lines. */
export const businessScope = 'business_management';

/** A parameter as text: Graph takes numbers and booleans as strings and the other way round. */
export function textParameter(call: GraphCall, name: string): string | undefined {
  const value = call.parameters[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
