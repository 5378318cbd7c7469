import { Trans } from '@lingui/react/macro';
import type { Message } from '@renkei/contract';
import { Smartphone } from 'lucide-react';
import { memo, Suspense } from 'react';
import { lazyWithWords } from '../../../../lib/lazy-with-words.ts';
import { ContentView } from '../../content/content-view.tsx';
import { contentEntry } from '../../content/registry.ts';
import { filesOf } from '../../content/view-props.ts';
import { ForwardedMark } from './forwarded-mark.tsx';
import { MessageActions } from './message-actions.tsx';
import { MessageMeta } from './message-meta.tsx';
import { MessageProblem } from './message-problem.tsx';
import styles from './message-row.module.css';
import { ParticipantName } from './participant-name.tsx';
import { Quote } from './quote.tsx';
import { Reactions } from './reactions.tsx';
import { ReferralCard } from './referral-card.tsx';
import { ReferredProduct } from './referred-product.tsx';

const MessageWaiting = lazyWithWords(async () => (await import('./message-waiting.tsx')).MessageWaiting);

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
  const { frame } = contentEntry(message.content);
  const content = <ContentView content={message.content} files={filesOf(message)} />;
  if (frame === 'notice') {
    return (
      <div className={styles.notice} data-marked={isMarked} data-message-id={message.id}>
        <span>
          {message.content.kind === 'reaction' ? <>{authorName(message, contactName)}: </> : null}
          {content}
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
          {message.participant === null || isContinued ? null : (
            <ParticipantName participant={message.participant} />
          )}
          <ForwardedMark forwarded={message.forwarded} />
          {message.referral === null ? null : <ReferralCard referral={message.referral} />}
          {message.referredProduct === null ? null : <ReferredProduct product={message.referredProduct} />}
          {message.replyTo === null ? null : (
            <Quote replyTo={message.replyTo} contactName={contactName} onJump={onJump} />
          )}
          {content}
          <MessageMeta message={message} />
        </div>
        {canBeAnswered(message) ? <MessageActions message={message} onReply={onReply} /> : null}
      </div>
      <Reactions message={message} contactName={contactName} />
      <MessageProblem message={message} />
      {mayWait(message) ? (
        <Suspense fallback={null}>
          <MessageWaiting message={message} />
        </Suspense>
      ) : null}
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

function authorName({ direction, participant, sender }: Message, contactName: string) {
  if (direction === 'inbound') return participant?.name ?? participant?.phoneNumber ?? contactName;
  return sender?.name ?? <Trans>We</Trans>;
}

/** Longer than for its turn. */
function mayWait({ state, hold, sendAt }: Message): boolean {
  return state === 'queued' && (hold !== null || sendAt !== null);
}

/** WhatsApp takes neither quotes of nor reactions to what is gone, and a call is no message. */
function canBeAnswered({ content }: Message): boolean {
  return content.kind !== 'revoked' && content.kind !== 'call';
}
