import { useOpenFlow } from '../flow-context.ts';
import type { FlowComponentNode } from '../flow-json.ts';
import { resolve, resolveText, textOf } from '../resolve.ts';

/** What every field of a form reads from its node, its expressions filled in. */
export function useField(node: FlowComponentNode) {
  const { scope, setValue } = useOpenFlow();
  const name = typeof node.name === 'string' ? node.name : '';
  const value = scope.form[name] ?? resolve(node['init-value'], scope);
  return {
    name,
    label: resolveText(node.label, scope),
    hint: node['helper-text'] === undefined ? undefined : resolveText(node['helper-text'], scope),
    isRequired: resolve(node.required, scope) === true,
    isEnabled: resolve(node.enabled, scope) !== false,
    value,
    text: textOf(value),
    setValue: (value: unknown) => setValue(name, value),
    read: (key: string) => resolve(node[key], scope),
  };
}
