import type { Conversation } from '@renkei/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { client } from '../../../lib/client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { storeConversation } from './apply-inbox-events.ts';

/** Marks a conversation as read as soon as somebody can be looking at it. */
export function useMarkRead(conversation: Conversation | undefined): void {
  const queryClient = useQueryClient();
  const isLooking = useIsLooking();
  const hasUnread = conversation !== undefined && conversation.unreadCount > 0;
  useEffect(() => {
    if (!hasUnread || !isLooking) return;
    storeConversation(queryClient, { ...conversation, unreadCount: 0 });
    client.call('markConversationRead', { params: { conversationId: conversation.id } }).catch(() => {
      // The lists show again that it is unread; the thread does not, or it would ask without end.
      void queryClient.invalidateQueries({ queryKey: queryKeys.conversationLists });
    });
  }, [hasUnread, isLooking, conversation, queryClient]);
}

/** A page that can be seen is looked at, wherever the keyboard is: perhaps in the companion beside the thread. */
function useIsLooking(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
