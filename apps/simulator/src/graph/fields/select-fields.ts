import type { JsonObject } from '../../world/entities.ts';
import { unknownField } from '../graph-error.ts';

/** Every field a node can show, computed only when asked for. */
export type FieldTable<Node> = { readonly [field: string]: (node: Node) => unknown };

/**
 * Answers `?fields=a,b{c}`: the id and the fields asked for, or the default set. Sub-selections are accepted and
 * shown whole. Throws 100 for a field the node does not have.
 */
export function selectFields<Node extends { readonly id: string }>(
  node: Node,
  table: FieldTable<Node>,
  defaults: readonly string[],
  requested: string | undefined,
  graphType: string,
): JsonObject {
  const names = requested ? splitFields(requested) : defaults;
  const selected: Record<string, unknown> = {};
  for (const name of names) {
    if (name === 'id') continue;
    const read = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!read) throw unknownField(name, graphType);
    const value = read(node);
    if (value !== undefined) selected[name] = value;
  }
  return { ...selected, id: node.id };
}

/** Names at the top level, without `{…}` and `.limit(…)`: `a,b{c,d},e.limit(5)` gives a, b, e. */
function splitFields(fields: string): string[] {
  let depth = 0;
  let flat = '';
  for (const character of fields) {
    if (character === '{' || character === '(') depth += 1;
    if (depth === 0) flat += character;
    if (character === '}' || character === ')') depth -= 1;
  }
  return flat
    .split(',')
    .map((name) => name.trim().split('.')[0] ?? '')
    .filter((name) => name !== '');
}
