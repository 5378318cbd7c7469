import type { Conversation } from '@renkei/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
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

/** The page is in front and has the keyboard; while somebody types on the companion's phone they look there. */
function useIsLooking(): boolean {
  const [isLooking, setIsLooking] = useState(readIsLooking);
  useEffect(() => {
    // The frame that takes the focus is the active element only after the event.
    const update = () => setTimeout(() => setIsLooking(readIsLooking()));
    window.addEventListener('focus', update);
    window.addEventListener('blur', update);
    document.addEventListener('visibilitychange', update);
    return () => {
      window.removeEventListener('focus', update);
      window.removeEventListener('blur', update);
      document.removeEventListener('visibilitychange', update);
    };
  }, []);
  return isLooking;
}

function readIsLooking(): boolean {
  return (
    document.visibilityState === 'visible' &&
    document.hasFocus() &&
    !(document.activeElement instanceof HTMLIFrameElement)
  );
}
