import { Trans, useLingui } from '@lingui/react/macro';
import { CloseButton } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { previewOf } from '../content/preview-of.ts';
import { useMention } from '../content/use-mention.ts';
import styles from './reply-preview.module.css';

interface ReplyPreviewProps {
  readonly message: Message;
  readonly contactName: string;
  readonly onCancel: () => void;
}

export function ReplyPreview({ message, contactName, onCancel }: ReplyPreviewProps) {
  const { t } = useLingui();
  const mention = useMention();
  return (
    <div className={styles.root}>
      <div className={styles.quote}>
        <span className={styles.author}>
          {message.direction === 'inbound' ? (
            <Trans>Reply to {contactName}</Trans>
          ) : (
            <Trans>Reply to our own message</Trans>
          )}
        </span>
        <span className={styles.text}>{mention(message.content.kind, previewOf(message))}</span>
      </div>
      <CloseButton size="sm" onClick={onCancel} aria-label={t`Remove the quote`} />
    </div>
  );
}
