import { buildGraphError, classifyGraphError } from '@renkei/graph-api';

/** What a Graph call throws to be answered with Meta's error envelope. Title and HTTP status come from the code. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly code: number;
  readonly options: GraphErrorOptions;

  constructor(code: number, options: GraphErrorOptions = {}) {
    super(options.message ?? classifyGraphError(code, options.subcode).title.en);
    this.code = code;
    this.options = options;
  }
}

export interface GraphErrorOptions {
  /** Meta's own text where it is not simply code and title. */
  readonly message?: string;
  readonly subcode?: number;
  readonly type?: 'OAuthException' | 'GraphMethodException';
  /** Goes into `error_data.details`, beside `messaging_product`. */
  readonly details?: string;
  /** Texts for a person, which management calls carry. */
  readonly userTitle?: string;
  readonly userMessage?: string;
  /** Whether the same call may pass later. */
  readonly isTransient?: boolean;
  /** Instead of the status of Meta's table, for planned faults. */
  readonly httpStatus?: number;
}

/** HTTP status and body of a refusal. */
export function renderGraphError({ code, options }: GraphError, traceId: string) {
  const { httpStatus, userTitle, userMessage, isTransient, ...input } = options;
  const answer = buildGraphError({ code, traceId, ...input });
  const { fbtrace_id, ...error } = answer.body.error;
  const more = {
    ...(isTransient === undefined ? {} : { is_transient: isTransient }),
    ...(userTitle === undefined ? {} : { error_user_title: userTitle }),
    ...(userMessage === undefined ? {} : { error_user_msg: userMessage }),
  };
  return { httpStatus: httpStatus ?? answer.httpStatus, body: { error: { ...error, ...more, fbtrace_id } } };
}

/** Code 100, subcode 33: no such node, not allowed to see it, or it cannot do this. Meta does not tell which. */
export function unknownNode(method: string, nodeId: string): GraphError {
  return new GraphError(100, {
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${nodeId}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    subcode: 33,
    type: 'GraphMethodException',
  });
}

/** An edge this kind of node does not have. */
export function unknownEdge(method: string, edge: string, nodeType: string, nodeId: string): GraphError {
  if (method !== 'GET') return unknownNode(method, nodeId);
  return unknownField(edge, nodeType);
}

export function unknownField(field: string, nodeType: string): GraphError {
  return new GraphError(100, {
    message: `(#100) Tried accessing nonexisting field (${field}) on node type (${nodeType})`,
  });
}

export function missingParameter(name: string): GraphError {
  return new GraphError(100, { message: `(#100) The parameter ${name} is required.` });
}

/** The token lacks the permission, or does not reach the account (Meta: codes 200-299). */
export function permissionError(demand = 'Permissions error'): GraphError {
  return new GraphError(200, { message: `(#200) ${demand}` });
}

/** The endpoint failed Meta's verification GET. */
export function callbackRefused(reason: string): GraphError {
  return new GraphError(2200, {
    message: `(#2200) Callback verification failed with the following errors: ${reason}`,
  });
}
