import type { ReactNode } from 'react';
import styles from './formatted-text.module.css';
import { type FormatStyle, type FormattedNode, parseFormatting } from './parse-formatting.ts';

/** Text with WhatsApp's formatting, built from elements: nothing in it is ever read as HTML. */
export function FormattedText({ text }: { text: string }) {
  return <span className={styles.text}>{parseFormatting(text).map(renderNode)}</span>;
}

const WRAPPERS = {
  bold: (children, key) => <strong key={key}>{children}</strong>,
  italic: (children, key) => <em key={key}>{children}</em>,
  strike: (children, key) => <s key={key}>{children}</s>,
  mono: (children, key) => (
    <code key={key} className={styles.mono}>
      {children}
    </code>
  ),
} satisfies Record<FormatStyle, (children: ReactNode, key: number) => ReactNode>;

// The nodes of one text never move among themselves, so their position is their identity.
function renderNode(node: FormattedNode, key: number): ReactNode {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'style') return WRAPPERS[node.style](node.children.map(renderNode), key);
  return (
    <a key={key} href={node.href} target="_blank" rel="noopener noreferrer">
      {node.text}
    </a>
  );
}
