import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useParams } from '@tanstack/react-router';
import { SquarePen } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { lazyWithWords } from '../../../lib/lazy-with-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useShortcuts } from '../../../lib/use-shortcuts.ts';
import { Hint } from '../../../ui/hint.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { QueryProblem } from '../../../ui/query-problem.tsx';
import { ListSkeleton } from '../../../ui/skeleton.tsx';
import { conversationListQuery } from '../data/queries.ts';
import styles from './conversation-list.module.css';
import { ConversationRow } from './conversation-row.tsx';
import { FilterTabs } from './filter-tabs.tsx';
import { NoConversations } from './no-conversations.tsx';
import { SearchBox } from './search-box.tsx';

const NewConversationDialog = lazyWithWords(
  async () => (await import('../dialogs/new-conversation-dialog.tsx')).NewConversationDialog,
);

const route = getRouteApi('/member/inbox');

export function ConversationList() {
  const { t } = useLingui();
  const { filter = 'all', search } = route.useSearch();
  const [isNewOpen, setIsNewOpen] = useState(false);
  const list = useInfiniteQuery(
    conversationListQuery(search === undefined ? { filter } : { filter, search }),
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const now = useNow(30_000);
  const scroll = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  useListKeys(
    items.map(({ id }) => id),
    (index) => virtualizer.current?.scrollToIndex(index, { align: 'nearest' }),
    () => setIsNewOpen(true),
  );

  const loadMore = () => {
    const handle = virtualizer.current;
    if (handle === null || !list.hasNextPage || list.isFetchingNextPage) return;
    if (handle.scrollOffset + handle.viewportSize > handle.scrollSize - 800) void list.fetchNextPage();
  };

  return (
    <section className={styles.root} aria-label={t`Conversations`}>
      <header className={styles.header}>
        <div className={styles.titleRow}>
          <h1 className={styles.title}>
            <Trans>Inbox</Trans>
          </h1>
          <Hint label={t`New conversation (N)`}>
            <ActionIcon
              variant="light"
              size="lg"
              onClick={() => setIsNewOpen(true)}
              aria-label={t`New conversation (N)`}
            >
              <SquarePen size={18} aria-hidden />
            </ActionIcon>
          </Hint>
        </div>
        <SearchBox />
        <FilterTabs />
      </header>
      <div ref={scroll} className={styles.scroll}>
        {items.length === 0 ? (
          <div className={styles.problem}>
            <QueryProblem query={list} />
          </div>
        ) : null}
        {list.isPending ? (
          <ListSkeleton>
            <Trans>Loading conversations…</Trans>
          </ListSkeleton>
        ) : null}
        {list.isSuccess && items.length === 0 ? <NoConversations filter={filter} search={search} /> : null}
        <Virtualizer ref={virtualizer} scrollRef={scroll} as="ul" item="li" onScroll={loadMore} data={items}>
          {(item) => <ConversationRow key={item.id} item={item} now={now} search={search} />}
        </Virtualizer>
        {list.isFetchingNextPage ? (
          <LoadingState>
            <Trans>Loading more…</Trans>
          </LoadingState>
        ) : null}
      </div>
      <Suspense fallback={null}>
        {isNewOpen ? <NewConversationDialog onClose={() => setIsNewOpen(false)} /> : null}
      </Suspense>
    </section>
  );
}

/** J, K and the arrows walk through the list. */
function useListKeys(ids: readonly string[], show: (index: number) => void, openNew: () => void): void {
  const { conversationId } = useParams({ strict: false });
  const navigate = useNavigate();
  const isFirst = useRef(true);
  const index = conversationId === undefined ? -1 : ids.indexOf(conversationId);
  useEffect(() => {
    if (!isFirst.current || index < 0) return;
    isFirst.current = false;
    show(index);
  }, [index, show]);
  const walk = (step: number) => {
    const next = ids[Math.max(0, Math.min(ids.length - 1, index + step))];
    if (next === undefined) return;
    show(ids.indexOf(next));
    void navigate({ to: '/inbox/$conversationId', params: { conversationId: next }, search: true });
  };
  useShortcuts({
    j: () => walk(1),
    ArrowDown: () => walk(1),
    k: () => walk(-1),
    ArrowUp: () => walk(-1),
    n: openNew,
  });
}
