import { Trans, useLingui } from '@lingui/react/macro';
import { CloseButton } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { previewOf } from '../content/preview-of.ts';
import { useMention } from '../content/use-mention.ts';
import { useOffers } from '../data/use-offers.ts';
import styles from './reply-preview.module.css';

interface ReplyPreviewProps {
  readonly message: Message;
  readonly contactName: string;
  readonly channelId: string;
  readonly onCancel: () => void;
}

export function ReplyPreview({ message, contactName, channelId, onCancel }: ReplyPreviewProps) {
  const { t } = useLingui();
  const mention = useMention();
  const { quotes, provider } = useOffers(channelId);
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
        {quotes ? null : (
          <span className={styles.unquoted}>
            <Trans>{provider} sends replies without a quote: the customer sees the answer alone.</Trans>
          </span>
        )}
      </div>
      <CloseButton size="sm" onClick={onCancel} aria-label={t`Remove the quote`} />
    </div>
  );
}
