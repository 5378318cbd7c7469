import { GraphError } from '../graph-error.ts';

export interface GraphPath {
  /** As called, or the default where the path has none. */
  readonly version: string;
  readonly nodeId: string;
  /** Empty for the node itself. */
  readonly edge: string;
  /** What follows the edge: `['K7QX…']` of `/{number}/message_qrdls/K7QX…`. */
  readonly rest: readonly string[];
}

export const defaultVersion = 'v25.0';

/** `/v25.0/123/messages?…` or `/123/messages`. Throws 2500 for no node at all. */
export function parsePath(url: string): GraphPath {
  const [pathname = ''] = url.split('?', 1);
  const segments = pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeSegment);
  const hasVersion = /^v\d+\.\d+$/.test(segments[0] ?? '');
  const version = hasVersion ? (segments.shift() ?? '') : defaultVersion;
  // The one collection with a name of its own: `/signups/{id}` (Meta: In-App Signup).
  if (segments[0] === 'signups' && segments.length > 1) segments.shift();
  const [nodeId = '', edge = '', ...rest] = segments;
  if (nodeId === '') throw unknownComponents([]);
  return { version, nodeId, edge, rest };
}

/** The path goes on where Graph knows nothing more. */
export function unknownComponents(components: readonly string[]): GraphError {
  return new GraphError(2500, { message: `Unknown path components: /${components.join('/')}` });
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign: taken as it stands, and no node has such an id.
    return segment;
  }
}

export interface MatchedEdge<Edge> {
  readonly edge: Edge;
  /** Values of the parts written `:name`. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The edge of this method and path, such as `"GET message_qrdls/:code"`. */
export function matchEdge<Edge>(
  edges: { readonly [methodAndEdge: string]: Edge },
  method: string,
  { edge: name, rest }: Pick<GraphPath, 'edge' | 'rest'>,
): MatchedEdge<Edge> | undefined {
  if (rest.length === 0) {
    const edge = Object.hasOwn(edges, `${method} ${name}`) ? edges[`${method} ${name}`] : undefined;
    return edge && { edge, pathParameters: {} };
  }
  const given = [name, ...rest];
  for (const [key, edge] of Object.entries(edges)) {
    const parts = key.slice(method.length + 1).split('/');
    if (!key.startsWith(`${method} `) || parts.length !== given.length) continue;
    if (!parts.every((part, index) => part.startsWith(':') || part === given[index])) continue;
    const named = parts.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), given[index] ?? '']] : [],
    );
    return { edge, pathParameters: Object.fromEntries(named) };
  }
  return undefined;
}
