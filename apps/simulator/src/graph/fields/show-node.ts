import type { JsonObject } from '../../world/entities.ts';
import { type Edges, type GraphCall, type NodeKind, type NodeTypes, textParameter } from '../graph-call.ts';
import { type FieldRequest, parseFields } from './parse-fields.ts';
import { type NodeView, showFields } from './select-fields.ts';

/**
 * `GET /{node}`: its fields, and those of its edges that were asked for as fields:
 * `?fields=name,phone_numbers.limit(5){id}`.
 */
export async function showNode<Kind extends NodeKind>(
  call: GraphCall<NodeTypes[Kind]>,
  view: NodeView<NodeTypes[Kind]>,
  edges: Edges<Kind>,
): Promise<JsonObject> {
  const asked = textParameter(call, 'fields');
  const requests: readonly FieldRequest[] = asked
    ? parseFields(asked)
    : view.defaults.map((name) => ({ name, arguments: {} }));
  const isEdge = ({ name }: FieldRequest) =>
    !Object.hasOwn(view.fields, name) && Object.hasOwn(edges, `GET ${name}`);
  const shown: Record<string, unknown> = showFields(
    call.node,
    view,
    requests.filter((request) => !isEdge(request)),
  );
  for (const request of requests.filter(isEdge)) {
    const parameters = {
      ...request.arguments,
      ...(request.selection === undefined ? {} : { fields: request.selection }),
    };
    shown[request.name] = await edges[`GET ${request.name}`]?.handle({ ...call, parameters, body: {} });
  }
  return shown;
}
