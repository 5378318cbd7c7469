import { Trans } from '@lingui/react/macro';
import { MousePointerClick } from 'lucide-react';
import styles from '../content.module.css';
import { Origin } from '../parts/origin.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function InteractiveReplyContent({ content }: ContentViewProps<'interactive_reply'>) {
  return (
    <>
      <Origin icon={MousePointerClick}>
        {content.replyType === 'list' ? <Trans>Chose from the list</Trans> : <Trans>Tapped the button</Trans>}
      </Origin>
      <p className={styles.plain}>{content.title}</p>
      {content.description === undefined ? null : <p className={styles.quiet}>{content.description}</p>}
    </>
  );
}
