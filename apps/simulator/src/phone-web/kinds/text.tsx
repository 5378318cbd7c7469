import { z } from 'zod';
import { FormattedText } from '../format/FormattedText.tsx';
import { findLink, isEmojiOnly } from '../format/parse-formatting.ts';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import styles from './parts/kinds.module.css';
import { LinkPreview } from './parts/LinkPreview.tsx';

const textContentSchema = z.looseObject({ body: z.string(), preview_url: z.boolean().optional() });

function TextView({ content }: KindViewProps<z.infer<typeof textContentSchema>>) {
  if (isEmojiOnly(content.body)) return <p className={styles.emojiOnly}>{content.body}</p>;
  const link = content.preview_url ? findLink(content.body) : undefined;
  return (
    <>
      {link && <LinkPreview url={link} />}
      <p className={styles.text}>
        <FormattedText text={content.body} />
      </p>
    </>
  );
}

export const textKind = defineKind({
  schema: textContentSchema,
  View: TextView,
  summarise: (content) => content.body,
});
