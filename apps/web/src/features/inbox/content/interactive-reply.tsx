import { Trans } from '@lingui/react/macro';
import { MousePointerClick } from 'lucide-react';
import styles from './content.module.css';
import type { ContentViewProps } from './view-props.ts';

export function InteractiveReplyContent({ content }: ContentViewProps<'interactive_reply'>) {
  return (
    <>
      <p className={styles.origin}>
        <MousePointerClick size={12} aria-hidden />
        {content.replyType === 'list' ? <Trans>Chose from the list</Trans> : <Trans>Tapped the button</Trans>}
      </p>
      <p className={styles.plain}>{content.title}</p>
      {content.description === undefined ? null : <p className={styles.quiet}>{content.description}</p>}
    </>
  );
}
