import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import type { Conversation, Message } from '@renkei/contract';
import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { ArrowDown } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { QueryProblem } from '../../../ui/query-problem.tsx';
import { ThreadSkeleton } from '../../../ui/skeleton.tsx';
import { ChannelProvider } from '../content/channel-context.ts';
import { ConversationProvider } from '../content/conversation-context.ts';
import { preloadViews } from '../content/lazy-view.tsx';
import { usePendingSends } from '../data/pending-sends.ts';
import { messagesQuery } from '../data/queries.ts';
import { Announcer } from './announcer.tsx';
import styles from './thread.module.css';
import { threadEntries } from './thread-entries.ts';
import { ThreadRow } from './thread-row.tsx';
import { useThreadScroll } from './use-thread-scroll.ts';

/** What the thread itself needs comes first. */
const preloadDelayMs = 3000;

interface ThreadProps {
  readonly conversation: Conversation;
  readonly onReply: (message: Message) => void;
}

export function Thread({ conversation, onReply }: ThreadProps) {
  const { t } = useLingui();
  const messages = useInfiniteQuery(messagesQuery(conversation.id));
  const pending = usePendingSends(conversation.id);
  const newestFirst = useMemo(
    () => messages.data?.pages.flatMap((page) => page.items) ?? [],
    [messages.data],
  );
  const entries = useMemo(() => threadEntries(newestFirst, pending), [newestFirst, pending]);
  const root = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const scroll = useThreadScroll(root, virtualizer, entries, messages);

  useViewsPreloaded();
  const place = useMemo(
    () => ({ channelId: conversation.channel.id, jumpTo: scroll.jumpTo }),
    [conversation.channel.id, scroll.jumpTo],
  );

  return (
    <div className={styles.frame}>
      <div
        ref={root}
        className={styles.root}
        role="log"
        aria-label={t`Messages`}
        aria-live="off"
        tabIndex={0}
        data-ready={scroll.isReady}
      >
        <div className={styles.spring} />
        <ThreadTop
          messages={messages}
          isEmpty={entries.length === 0}
          contactName={conversation.contact.name}
        />
        <ChannelProvider value={place.channelId}>
          <ConversationProvider value={place}>
            <Virtualizer
              ref={virtualizer}
              scrollRef={root}
              shift={scroll.isPrepending}
              data={entries}
              onScroll={scroll.onScroll}
            >
              {(entry) => (
                <ThreadRow
                  key={entry.key}
                  entry={entry}
                  isMarked={scroll.markedId === entry.key}
                  contactName={conversation.contact.name}
                  onReply={onReply}
                  onJump={scroll.jumpTo}
                />
              )}
            </Virtualizer>
          </ConversationProvider>
        </ChannelProvider>
      </div>
      {scroll.isAtEnd ? null : (
        <ActionIcon
          className={styles.toEnd}
          variant="default"
          size="lg"
          radius="xl"
          onClick={scroll.goToEnd}
          aria-label={t`Go to the newest message`}
        >
          <ArrowDown size={18} aria-hidden />
        </ActionIcon>
      )}
      <Announcer newest={newestFirst[0]} contactName={conversation.contact.name} />
    </div>
  );
}

interface ThreadTopProps {
  readonly messages: UseInfiniteQueryResult;
  readonly isEmpty: boolean;
  readonly contactName: string;
}

/** What stands where the messages begin: that they are being fetched, could not be, or that there are none. */
function ThreadTop({ messages, isEmpty, contactName }: ThreadTopProps) {
  return (
    <>
      <div className={styles.top}>
        {messages.isPending ? (
          <ThreadSkeleton>
            <Trans>Loading messages…</Trans>
          </ThreadSkeleton>
        ) : null}
        {messages.isFetchingNextPage ? (
          <LoadingState>
            <Trans>Loading messages…</Trans>
          </LoadingState>
        ) : null}
        <QueryProblem query={messages} />
      </div>
      {messages.isSuccess && isEmpty ? (
        <EmptyState title={<Trans>No messages yet</Trans>}>
          <Trans>{contactName} has not written to this number. Begin with a template below.</Trans>
        </EmptyState>
      ) : null}
    </>
  );
}

function useViewsPreloaded(): void {
  useEffect(() => {
    const timer = setTimeout(() => void preloadViews(), preloadDelayMs);
    return () => clearTimeout(timer);
  }, []);
}
