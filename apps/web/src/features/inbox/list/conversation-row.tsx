import { Trans } from '@lingui/react/macro';
import type { ConversationListItem } from '@renkei/contract';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { formatListTime } from '../../../lib/format-time.ts';
import { useLanguage } from '../../../lib/i18n.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Highlight } from '../../../ui/highlight.tsx';
import { contentKindInfo } from '../content/kind-info.ts';
import { useMention } from '../content/use-mention.ts';
import { plainText } from '../rich-text/plain-text.ts';
import { Ticks } from '../thread/message/ticks.tsx';
import { ChannelMark } from './channel-mark.tsx';
import { ContactAvatar } from './contact-avatar.tsx';
import styles from './conversation-row.module.css';

interface ConversationRowProps {
  readonly item: ConversationListItem;
  readonly now: number;
  readonly search: string | undefined;
}

export const ConversationRow = memo(function ConversationRow({ item, now, search }: ConversationRowProps) {
  const language = useLanguage();
  const last = item.lastMessage;
  const isUnread = item.unreadCount > 0;
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: item.id }}
      search={true}
      className={styles.root}
      activeProps={{ 'data-active': true }}
      activeOptions={{ includeSearch: false }}
      data-unread={isUnread}
      preload={false}
    >
      <ContactAvatar contact={item.contact} />
      <span className={styles.body}>
        <span className={styles.line}>
          <span className={styles.name}>
            <Highlight text={item.contact.name} part={search} />
          </span>
          {last === null ? null : (
            <time className={styles.time} dateTime={last.shownAt}>
              {formatListTime(last.shownAt, now, language)}
            </time>
          )}
        </span>
        <span className={styles.line}>
          <span className={styles.preview}>
            <ChannelMark channel={item.channel} />
            {item.matchedText === null ? (
              <Preview item={item} />
            ) : (
              <Highlight text={plainText(item.matchedText)} part={search} isClipped />
            )}
          </span>
          {isUnread ? (
            <span className={styles.badge}>
              <span aria-hidden>{item.unreadCount > 99 ? '99+' : item.unreadCount}</span>
              <span className="visually-hidden">
                <Trans>{item.unreadCount} unread</Trans>
              </span>
            </span>
          ) : null}
          {item.assignee === null ? null : (
            <span className={styles.assignee} title={item.assignee.name}>
              <Avatar name={item.assignee.name} seed={item.assignee.id} size="small" />
            </span>
          )}
        </span>
      </span>
    </Link>
  );
});

function Preview({ item: { lastMessage } }: { readonly item: ConversationListItem }) {
  const mention = useMention();
  if (lastMessage === null) return <Trans>No messages yet</Trans>;
  const { icon: Icon } = contentKindInfo[lastMessage.kind];
  const isText = lastMessage.kind === 'text';
  return (
    <>
      {lastMessage.direction === 'inbound' ? null : <Ticks state={lastMessage.state} />}
      {isText ? null : <Icon className={styles.kind} size={14} aria-hidden />}
      <span className={styles.previewText}>{mention(lastMessage.kind, lastMessage.preview)}</span>
    </>
  );
}
