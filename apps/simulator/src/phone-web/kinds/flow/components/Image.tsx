import styles from '../flow.module.css';
import { useOpenFlow } from '../flow-context.ts';
import { resolve, resolveText } from '../resolve.ts';
import type { FlowComponentProps } from './flow-component.ts';

/** A picture as base64, PNG or JPEG. */
export function Image({ node }: FlowComponentProps) {
  const { scope } = useOpenFlow();
  const source = resolveText(node.src, scope);
  if (source === '') return null;
  const type = source.startsWith('/9j/') ? 'jpeg' : 'png';
  const height = Number(resolve(node.height, scope));
  return (
    <img
      className={styles.image}
      src={source.startsWith('data:') ? source : `data:image/${type};base64,${source}`}
      alt={resolveText(node['alt-text'], scope)}
      {...(height > 0 ? { height } : {})}
    />
  );
}
