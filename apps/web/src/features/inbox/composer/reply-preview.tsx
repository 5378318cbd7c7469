import { Trans, useLingui } from '@lingui/react/macro';
import { CloseButton } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { contentKindInfo } from '../content/kind-info.ts';
import { previewOf } from '../content/preview-of.ts';
import styles from './reply-preview.module.css';

interface ReplyPreviewProps {
  readonly message: Message;
  readonly contactName: string;
  readonly onCancel: () => void;
}

export function ReplyPreview({ message, contactName, onCancel }: ReplyPreviewProps) {
  const { t, i18n } = useLingui();
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
        <span className={styles.text}>
          {previewOf(message) || i18n._(contentKindInfo[message.content.kind].label)}
        </span>
      </div>
      <CloseButton size="sm" onClick={onCancel} aria-label={t`Remove the quote`} />
    </div>
  );
}
