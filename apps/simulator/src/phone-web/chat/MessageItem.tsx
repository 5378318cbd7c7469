import { CornerUpLeft, SmilePlus } from 'lucide-react';
import { useState } from 'react';
import { formatTime } from '../i18n/dates.ts';
import { useLanguage, useText } from '../i18n/language.ts';
import { kindOf } from '../kinds/registry.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { authorOf } from './author.ts';
import { useChat } from './chat-context.ts';
import { FailureNote } from './FailureNote.tsx';
import { MessageMarks } from './MessageMarks.tsx';
import { MessageMenu } from './MessageMenu.tsx';
import styles from './message.module.css';
import { Quote } from './Quote.tsx';
import { Reactions } from './Reactions.tsx';
import { RevokedNote } from './RevokedNote.tsx';
import { Ticks } from './Ticks.tsx';
import { useMessageGestures } from './use-message-gestures.ts';

type MessageItemProps = Readonly<{
  message: ShownMessage;
  quoted: ShownMessage | undefined;
  /** True when the message before is of the same side: the two then stand closer. */
  follows: boolean;
}>;

export function MessageItem({ message, quoted, follows }: MessageItemProps) {
  const text = useText();
  const language = useLanguage();
  const { startReply, chat } = useChat();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const canAct = !message.id.startsWith('local-') && !message.revoked;
  const gestures = useMessageGestures({
    onReply: () => canAct && startReply(message),
    onMenu: () => canAct && setMenuOpen(true),
  });
  const { View, frame } = kindOf(message);
  const author = authorOf(message, chat, text);

  return (
    <article
      className={styles.item}
      data-direction={message.direction}
      data-follows={follows || undefined}
      data-message={message.id}
      aria-label={author}
    >
      <div className={styles.row} {...gestures}>
        <div
          className={styles.bubble}
          data-frame={message.revoked ? 'bubble' : frame}
          data-reacted={message.reactions.length > 0 || undefined}
        >
          {message.author && !follows && <p className={styles.author}>{message.author}</p>}
          {!message.revoked && <MessageMarks message={message} />}
          {message.contextId && !message.revoked && <Quote quoted={quoted} />}
          {message.revoked ? <RevokedNote message={message} /> : <View message={message} />}
          <p className={styles.meta}>
            {message.byApi && <span>{text.businessApp.byApi}</span>}
            {message.editedAt !== undefined && <span>{text.marks.edited}</span>}
            <time dateTime={new Date(message.timestamp).toISOString()}>
              {formatTime(message.timestamp, language)}
            </time>
            {message.direction === 'sent' && !message.failure && <Ticks status={message.status} />}
          </p>
          <Reactions message={message} />
        </div>
        {canAct && (
          <div className={styles.tools}>
            <IconButton icon={CornerUpLeft} label={text.message.reply} onClick={() => startReply(message)} />
            <IconButton icon={SmilePlus} label={text.message.react} onClick={() => setMenuOpen(true)} />
          </div>
        )}
      </div>
      <FailureNote message={message} />
      {isMenuOpen && <MessageMenu message={message} onClose={() => setMenuOpen(false)} />}
    </article>
  );
}
