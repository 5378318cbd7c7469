import { countBigEmoji } from '../../rich-text/emoji-only.ts';
import { RichText } from '../../rich-text/rich-text.tsx';
import styles from '../content.module.css';
import type { ContentViewProps } from '../view-props.ts';

export function TextContent({ content }: ContentViewProps<'text'>) {
  const bigEmoji = countBigEmoji(content.body);
  if (bigEmoji > 0) return <p className={styles.bigEmoji}>{content.body}</p>;
  return <RichText text={content.body} />;
}
