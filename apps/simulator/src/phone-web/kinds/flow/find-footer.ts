import { branchOf, isContainer } from './containers.ts';
import { componentsSchema, type FlowComponentNode } from './flow-json.ts';
import type { FlowScope } from './resolve.ts';

/** The footer of a screen, wherever in its forms and conditions it stands. */
export function findFooter(
  nodes: readonly FlowComponentNode[],
  scope: FlowScope,
): FlowComponentNode | undefined {
  for (const node of nodes) {
    if (node.type === 'Footer') return node;
    if (!isContainer(node)) continue;
    const found = findFooter(componentsSchema.catch([]).parse(branchOf(node, scope)), scope);
    if (found) return found;
  }
  return undefined;
}
