import styles from '../flow.module.css';
import { useOpenFlow } from '../flow-context.ts';
import { actionSchema } from '../flow-json.ts';
import { resolveText } from '../resolve.ts';
import type { FlowComponentProps } from './flow-component.ts';

/** A link in the text: to another screen, or to the endpoint. */
export function EmbeddedLink({ node }: FlowComponentProps) {
  const { scope, run } = useOpenFlow();
  const action = actionSchema.safeParse(node['on-click-action']);
  return (
    <button type="button" className={styles.link} onClick={() => action.success && run(action.data)}>
      {resolveText(node.text, scope)}
    </button>
  );
}
