import { useText } from '../../i18n/language.ts';
import { findFlowComponent } from './components/registry.ts';
import { branchOf, isContainer } from './containers.ts';
import styles from './flow.module.css';
import { useOpenFlow } from './flow-context.ts';
import { componentsSchema, type FlowComponentNode } from './flow-json.ts';
import { resolve } from './resolve.ts';

/** The components of a screen, in order. One this phone does not know says so. */
export function FlowComponents({ nodes }: { nodes: readonly FlowComponentNode[] }) {
  const text = useText();
  const { scope } = useOpenFlow();
  return nodes.map((node, index) => {
    // Components without a name have nothing but their place, and never move.
    const key = typeof node.name === 'string' ? node.name : `${node.type} ${index}`;
    if (node.visible !== undefined && resolve(node.visible, scope) === false) return null;
    if (isContainer(node)) {
      const shown = componentsSchema.catch([]).parse(branchOf(node, scope));
      return <FlowComponents key={key} nodes={shown} />;
    }
    const View = findFlowComponent(node.type);
    return View ? (
      <View key={key} node={node} />
    ) : (
      <p key={key} className={styles.unknown}>
        {text.flow.unknown(node.type)}
      </p>
    );
  });
}
