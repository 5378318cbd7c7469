import { useEffect, useSyncExternalStore } from 'react';
import type { PhoneSession } from '../session/phone-session.ts';
import type { ShownChat } from '../session/show-phone.ts';

/** An open chat is read while its page can be seen; a page in the background reads nothing. */
export function useMarkRead(chat: ShownChat, session: PhoneSession): void {
  const isVisible = useSyncExternalStore(subscribeToVisibility, () => document.visibilityState === 'visible');
  const { phoneNumberId, unreadCount } = chat;
  const newestId = chat.messages.findLast((message) => message.direction === 'received')?.id;
  useEffect(() => {
    if (isVisible && unreadCount > 0) session.markRead(phoneNumberId);
  }, [isVisible, unreadCount, newestId, phoneNumberId, session]);
}

function subscribeToVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
