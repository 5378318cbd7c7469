import { z } from 'zod';
import { FormattedText } from '../format/FormattedText.tsx';
import { isEmojiOnly } from '../format/parse-formatting.ts';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import styles from './parts/kinds.module.css';

const textContentSchema = z.looseObject({ body: z.string() });

function TextView({ content }: KindViewProps<z.infer<typeof textContentSchema>>) {
  if (isEmojiOnly(content.body)) return <p className={styles.emojiOnly}>{content.body}</p>;
  return (
    <p className={styles.text}>
      <FormattedText text={content.body} />
    </p>
  );
}

export const textKind = defineKind({
  schema: textContentSchema,
  View: TextView,
  summarise: (content) => content.body,
});
