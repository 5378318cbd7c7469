import { ChevronDown } from 'lucide-react';
import { Fragment, useMemo, useState } from 'react';
import { useSide } from '../app/side.ts';
import { formatDay, isSameDay } from '../i18n/dates.ts';
import { useLanguage, useText } from '../i18n/language.ts';
import type { ShownChat } from '../session/show-phone.ts';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './chat.module.css';
import { MessageItem } from './MessageItem.tsx';
import { Offers } from './Offers.tsx';
import { TypingIndicator } from './TypingIndicator.tsx';
import { useStayAtEnd } from './use-stay-at-end.ts';

const PAGE_LENGTH = 100;

export function MessageList({ chat }: { chat: ShownChat }) {
  const text = useText();
  const start = useSide() === 'business' ? text.businessApp.start : text.chat.start;
  const language = useLanguage();
  const [shownCount, setShownCount] = useState(PAGE_LENGTH);
  const { messages } = chat;
  const newest = messages.at(-1);
  const { scroller, content, isAtEnd, scrollToEnd } = useStayAtEnd(newest?.key, newest?.direction === 'sent');
  const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages]);
  const shown = messages.slice(-shownCount);
  const now = useNow();

  return (
    <div className={styles.listFrame}>
      {/* A scrolling region must be reachable by keyboard. */}
      <div
        className={styles.scroller}
        ref={scroller}
        role="log"
        aria-label={text.chat.log(chat.businessName)}
        tabIndex={0}
      >
        <div className={styles.list} ref={content}>
          {shown.length < messages.length && (
            <Button tone="text" onClick={() => setShownCount(shownCount + PAGE_LENGTH)}>
              {text.chat.earlier}
            </Button>
          )}
          {messages.length === 0 && <p className={styles.start}>{start(chat.businessName)}</p>}
          {messages.length === 0 && <Offers />}
          {shown.map((message, index) => {
            const previous = shown[index - 1];
            const isNewDay = !previous || !isSameDay(previous.timestamp, message.timestamp);
            return (
              <Fragment key={message.key}>
                {isNewDay && (
                  <p className={styles.day}>
                    <span>{formatDay(message.timestamp, now, language, text)}</span>
                  </p>
                )}
                <MessageItem
                  message={message}
                  quoted={message.contextId ? byId.get(message.contextId) : undefined}
                  follows={
                    !isNewDay &&
                    previous?.direction === message.direction &&
                    previous.author === message.author
                  }
                />
              </Fragment>
            );
          })}
          {chat.typing && <TypingIndicator />}
        </div>
      </div>
      {!isAtEnd && (
        <button type="button" className={styles.toEnd} onClick={scrollToEnd} aria-label={text.chat.toNewest}>
          <ChevronDown size={20} aria-hidden="true" />
          {chat.unreadCount > 0 && <span>{chat.unreadCount}</span>}
        </button>
      )}
    </div>
  );
}
