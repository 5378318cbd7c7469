import { Button } from '../../../ui/Button.tsx';
import styles from '../flow.module.css';
import { useOpenFlow } from '../flow-context.ts';
import { resolve, resolveText } from '../resolve.ts';
import type { FlowComponentProps } from './flow-component.ts';

/** The one button of a screen: it sends the form around it. */
export function Footer({ node }: FlowComponentProps) {
  const { scope, isBusy } = useOpenFlow();
  const caption = node['center-caption'] ?? node['left-caption'] ?? node['right-caption'];
  return (
    <div className={styles.footer}>
      {caption !== undefined && <p className={styles.caption}>{resolveText(caption, scope)}</p>}
      <Button tone="accent" type="submit" disabled={isBusy || resolve(node.enabled, scope) === false}>
        {resolveText(node.label, scope)}
      </Button>
    </div>
  );
}
