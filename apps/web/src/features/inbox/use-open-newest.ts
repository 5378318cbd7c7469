import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { conversationListQuery } from './data/queries.ts';

/** Below this width an opened conversation would leave no room for the companion, or cover the list. */
const wideEnough = '(min-width: 1280px)';

/** Opens the newest conversation for somebody who came in through the front door, as soon as there is one. */
export function useOpenNewest(): void {
  const isWide = useMediaQuery(wideEnough, false, { getInitialValueInEffect: false });
  const isAsked = useLocation({ select: ({ state }) => state.opensNewest === true });
  const navigate = useNavigate();
  const newest = useInfiniteQuery({
    ...conversationListQuery({ filter: 'all' }),
    enabled: isWide === true && isAsked,
  }).data?.pages[0]?.items[0];
  const conversationId = isWide === true && isAsked ? newest?.id : undefined;
  useEffect(() => {
    if (conversationId === undefined) return;
    void navigate({ to: '/inbox/$conversationId', params: { conversationId }, search: true, replace: true });
  }, [conversationId, navigate]);
}
