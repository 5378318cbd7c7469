import type { JsonObject } from '../../world/entities.ts';
import { unknownField } from '../graph-error.ts';
import { type FieldRequest, parseFields } from './parse-fields.ts';

/** Every field a node can show, computed only when asked for; arguments and sub-selection come as `request`. */
export type FieldTable<Node> = {
  readonly [field: string]: (node: Node, request: FieldRequest) => unknown;
};

/** How a kind of node is shown. */
export interface NodeView<Node> {
  readonly graphType: string;
  readonly fields: FieldTable<Node>;
  /** Shown when the call names no fields. */
  readonly defaults: readonly string[];
}

/**
 * Answers `?fields=a,b{c}`: the id and the fields asked for, or the default set. A sub-selection narrows the
 * objects under its field. Throws 100 for a field the node does not have.
 */
export function selectFields<Node extends { readonly id: string }>(
  node: Node,
  table: FieldTable<Node>,
  defaults: readonly string[],
  requested: string | undefined,
  graphType: string,
): JsonObject {
  const requests = requested ? parseFields(requested) : defaults.map(plainRequest);
  return showFields(node, { graphType, fields: table, defaults }, requests);
}

/** The same for requests that are parsed already, as in a sub-selection. */
export function showFields<Node extends { readonly id: string }>(
  node: Node,
  view: NodeView<Node>,
  requests: readonly FieldRequest[] = view.defaults.map(plainRequest),
): JsonObject {
  const selected: Record<string, unknown> = {};
  for (const request of requests) {
    const { name } = request;
    if (name === 'id') continue;
    const read = Object.hasOwn(view.fields, name) ? view.fields[name] : undefined;
    if (!read) throw unknownField(name, view.graphType);
    const value = narrow(read(node, request), request.fields);
    if (value !== undefined) selected[name] = value;
  }
  return { ...selected, id: node.id };
}

function plainRequest(name: string): FieldRequest {
  return { name, arguments: {} };
}

/** Keeps of an object, or of each object in a list, what the sub-selection names; `id` always stays. */
function narrow(value: unknown, requests: readonly FieldRequest[] | undefined): unknown {
  if (!requests || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => narrow(item, requests));
  if ('data' in value && Array.isArray(value.data)) return { ...value, data: narrow(value.data, requests) };
  const wanted = new Map(requests.map((request) => [request.name, request]));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const request = wanted.get(name);
      if (request) return [[name, narrow(inner, request.fields)]];
      return name === 'id' ? [[name, inner]] : [];
    }),
  );
}
