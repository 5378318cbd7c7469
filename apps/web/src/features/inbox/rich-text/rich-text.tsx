import { Fragment, type ReactNode, useMemo } from 'react';
import { parseLinks } from './parse-links.ts';
import { type Block, type Inline, parseWhatsAppText } from './parse-whatsapp-text.ts';
import styles from './rich-text.module.css';

/** A text as WhatsApp shows it: its formatting, and links that are safe to open. */
export function RichText({ text }: { readonly text: string }) {
  const blocks = useMemo(() => parseWhatsAppText(text), [text]);
  return (
    <div className={styles.root} dir="auto">
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

type BlockViews = {
  readonly [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>) => ReactNode;
};

const blockViews: BlockViews = {
  paragraph: ({ lines }) => (
    <p>
      {lines.map((line, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <br />}
          <Inlines inlines={line} />
        </Fragment>
      ))}
    </p>
  ),
  quote: ({ lines }) => (
    <blockquote>
      {lines.map((line, index) => (
        <p key={index}>
          <Inlines inlines={line} />
        </p>
      ))}
    </blockquote>
  ),
  bullets: ({ lines }) => <ul>{items(lines)}</ul>,
  numbers: ({ start, lines }) => <ol start={start}>{items(lines)}</ol>,
  fixed: ({ text }) => <pre>{text}</pre>,
};

function BlockView({ block }: { readonly block: Block }): ReactNode {
  // The registry is keyed by the very kind of the block; the compiler cannot follow that through the union.
  const view = blockViews[block.kind] as (block: Block) => ReactNode;
  return view(block);
}

function items(lines: readonly (readonly Inline[])[]): ReactNode {
  return lines.map((line, index) => (
    <li key={index}>
      <Inlines inlines={line} />
    </li>
  ));
}

const tags = { bold: 'strong', italic: 'em', strike: 's' } as const;

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => {
    if (inline.kind === 'text') return <Linked key={index} text={inline.text} />;
    if (inline.kind === 'code') return <code key={index}>{inline.text}</code>;
    const Tag = tags[inline.kind];
    return (
      <Tag key={index}>
        <Inlines inlines={inline.children} />
      </Tag>
    );
  });
}

function Linked({ text }: { readonly text: string }): ReactNode {
  return parseLinks(text).map((part, index) =>
    part.href === undefined ? (
      <Fragment key={index}>{part.text}</Fragment>
    ) : (
      <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
        {part.text}
      </a>
    ),
  );
}
