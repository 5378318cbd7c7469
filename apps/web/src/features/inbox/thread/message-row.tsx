import { Trans } from '@lingui/react/macro';
import type { Message } from '@renkei/contract';
import { Forward, Smartphone } from 'lucide-react';
import { memo } from 'react';
import { formatClock, formatDateTime } from '../../../lib/format-time.ts';
import { useLanguage } from '../../../lib/i18n.ts';
import { contentEntry } from '../content/registry.ts';
import { MessageActions } from './message-actions.tsx';
import { MessageProblem } from './message-problem.tsx';
import styles from './message-row.module.css';
import { Quote } from './quote.tsx';
import { Reactions } from './reactions.tsx';
import { Ticks } from './ticks.tsx';

interface MessageRowProps {
  readonly message: Message;
  readonly isContinued: boolean;
  readonly isMarked: boolean;
  readonly contactName: string;
  readonly onReply: (message: Message) => void;
  readonly onJump: (messageId: string) => void;
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, isContinued, isMarked, contactName, onReply, onJump } = props;
  const { view: View, frame } = contentEntry(message.content);
  if (frame === 'notice') {
    return (
      <div className={styles.notice}>
        <span>
          {message.content.kind === 'reaction' ? <>{authorName(message, contactName)}: </> : null}
          <View content={message.content} message={message} />
        </span>
      </div>
    );
  }
  const side = message.direction === 'inbound' ? 'in' : 'out';
  return (
    <article
      className={styles.row}
      data-side={side}
      data-continued={isContinued}
      data-marked={isMarked}
      data-message-id={message.id}
    >
      <span className="visually-hidden">{authorName(message, contactName)}</span>
      {side === 'out' && !isContinued ? <SenderLine message={message} /> : null}
      <div className={styles.line}>
        <div className={styles.bubble} data-frame={frame}>
          {message.forwarded ? (
            <p className={styles.forwarded}>
              <Forward size={12} aria-hidden />
              <Trans>Forwarded</Trans>
            </p>
          ) : null}
          {message.replyTo === null ? null : (
            <Quote replyTo={message.replyTo} contactName={contactName} onJump={onJump} />
          )}
          <View content={message.content} message={message} />
          <Meta message={message} />
        </div>
        <MessageActions message={message} onReply={onReply} />
      </div>
      <Reactions message={message} contactName={contactName} />
      <MessageProblem message={message} />
    </article>
  );
});

function SenderLine({ message }: { readonly message: Message }) {
  if (message.direction === 'echo') {
    return (
      <p className={styles.sender}>
        <Smartphone size={12} aria-hidden />
        <Trans>from the phone</Trans>
      </p>
    );
  }
  return message.sender === null ? null : <p className={styles.sender}>{message.sender.name}</p>;
}

export function Meta({ message }: { readonly message: Message }) {
  const language = useLanguage();
  return (
    <span className={styles.meta}>
      <time dateTime={message.shownAt} title={formatDateTime(message.shownAt, language)}>
        {formatClock(message.shownAt, language)}
      </time>
      {message.direction === 'inbound' ? null : <Ticks state={message.state} />}
    </span>
  );
}

function authorName(message: Message, contactName: string) {
  if (message.direction === 'inbound') return contactName;
  return message.sender?.name ?? <Trans>We</Trans>;
}
