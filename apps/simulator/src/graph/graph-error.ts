/** What a Graph call throws to be answered with Meta's error envelope (cloud-api: Graph conventions). */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly code: number;
  readonly httpStatus: number;
  readonly options: GraphErrorOptions;

  constructor(code: number, message: string, options: GraphErrorOptions = {}) {
    super(message);
    this.code = code;
    this.httpStatus = options.httpStatus ?? 400;
    this.options = options;
  }
}

export interface GraphErrorOptions {
  readonly httpStatus?: number;
  readonly subcode?: number;
  readonly type?: 'OAuthException' | 'GraphMethodException';
  /** Goes into `error_data.details`, beside `messaging_product`. */
  readonly details?: string;
  readonly isTransient?: boolean;
}

export function renderGraphError(error: GraphError, traceId: string): unknown {
  const { subcode, type = 'OAuthException', details, isTransient } = error.options;
  return {
    error: {
      message: error.message,
      type,
      code: error.code,
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      ...(details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
      ...(isTransient === undefined ? {} : { is_transient: isTransient }),
      fbtrace_id: traceId,
    },
  };
}

/** Code 100, subcode 33: no such node, not allowed to see it, or it cannot do this. Meta does not tell which. */
export function unknownNode(method: string, nodeId: string): GraphError {
  return new GraphError(
    100,
    `Unsupported ${method.toLowerCase()} request. Object with ID '${nodeId}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    { subcode: 33, type: 'GraphMethodException' },
  );
}

/** An edge this kind of node does not have. */
export function unknownEdge(method: string, edge: string, nodeType: string, nodeId: string): GraphError {
  if (method !== 'GET') return unknownNode(method, nodeId);
  return new GraphError(100, `(#100) Tried accessing nonexisting field (${edge}) on node type (${nodeType})`);
}

export function missingParameter(name: string): GraphError {
  return new GraphError(100, `(#100) The parameter ${name} is required.`);
}
