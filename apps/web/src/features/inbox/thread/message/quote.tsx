import { Trans } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { useMention } from '../../content/use-mention.ts';
import styles from './quote.module.css';

interface QuoteProps {
  readonly replyTo: NonNullable<Message['replyTo']>;
  readonly contactName: string;
  readonly onJump: (messageId: string) => void;
}

/** The message that is answered; a click goes there. */
export function Quote({ replyTo, contactName, onJump }: QuoteProps) {
  const mention = useMention();
  const { messageId, direction, kind, preview } = replyTo;
  if (messageId === null) {
    return (
      <p className={styles.root}>
        <Trans>Answers a message that is not known here</Trans>
      </p>
    );
  }
  return (
    <UnstyledButton className={styles.root} onClick={() => onJump(messageId)}>
      <span className={styles.author}>{direction === 'inbound' ? contactName : <Trans>We</Trans>}</span>
      <span className={styles.text}>{kind === null ? preview : mention(kind, preview)}</span>
    </UnstyledButton>
  );
}
