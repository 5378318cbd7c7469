import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { conversationListQuery } from './queries.ts';

/** The number of conversations with unread messages, also in the title of the page. */
export function useUnreadTitle(): number {
  const { data } = useInfiniteQuery(conversationListQuery({ filter: 'unread' }));
  const count = data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  useEffect(() => {
    document.title = count === 0 ? 'Renkei' : `(${count}) Renkei`;
  }, [count]);
  return count;
}
