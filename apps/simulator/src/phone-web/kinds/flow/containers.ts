import type { FlowComponentNode } from './flow-json.ts';
import { type FlowScope, holds, resolveText } from './resolve.ts';

type Branch = (node: FlowComponentNode, scope: FlowScope) => unknown;

/** Components that hold others, and which of them are shown. */
const containers = new Map<string, Branch>([
  ['Form', ({ children }) => children],
  ['If', (node, scope) => (holds(node.condition, scope) ? node.then : node.else)],
  [
    'Switch',
    ({ value, cases }, scope) => {
      const branches = new Map<string, unknown>(Object.entries(Object(cases)));
      return branches.get(resolveText(value, scope)) ?? branches.get('default');
    },
  ],
]);

export const isContainer = ({ type }: FlowComponentNode): boolean => containers.has(type);

export const branchOf: Branch = (node, scope) => containers.get(node.type)?.(node, scope) ?? [];
