import { FormattedText } from '../../../format/FormattedText.tsx';
import styles from '../flow.module.css';
import { useOpenFlow } from '../flow-context.ts';
import { resolveText } from '../resolve.ts';
import type { FlowComponentProps } from './flow-component.ts';

export function TextHeading({ node }: FlowComponentProps) {
  return <h3>{resolveText(node.text, useOpenFlow().scope)}</h3>;
}

export function TextSubheading({ node }: FlowComponentProps) {
  return <h4>{resolveText(node.text, useOpenFlow().scope)}</h4>;
}

export function TextBody({ node }: FlowComponentProps) {
  return (
    <p>
      <FormattedText text={resolveText(node.text, useOpenFlow().scope)} />
    </p>
  );
}

export function TextCaption({ node }: FlowComponentProps) {
  return <p className={styles.caption}>{resolveText(node.text, useOpenFlow().scope)}</p>;
}
