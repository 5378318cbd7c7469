import { useOpenFlow } from '../flow-context.ts';
import type { FlowComponentNode } from '../flow-json.ts';
import { resolve, resolveText } from '../resolve.ts';

/** What every field of a form reads from its node, its expressions filled in. */
export function useField(node: FlowComponentNode) {
  const { scope, setValue } = useOpenFlow();
  const name = typeof node.name === 'string' ? node.name : '';
  const initial = resolve(node['init-value'], scope);
  return {
    name,
    label: resolveText(node.label, scope),
    hint: node['helper-text'] === undefined ? undefined : resolveText(node['helper-text'], scope),
    isRequired: resolve(node.required, scope) === true,
    isEnabled: resolve(node.enabled, scope) !== false,
    value: scope.form[name] ?? initial,
    setValue: (value: unknown) => setValue(name, value),
    read: (key: string) => resolve(node[key], scope),
  };
}
