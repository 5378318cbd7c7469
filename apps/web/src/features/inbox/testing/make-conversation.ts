import type { Conversation } from '@renkei/contract';

/** A conversation whose window is open. */
export function makeConversation({ isGroup = false } = {}): Conversation {
  return {
    id: '0190a0a0-0000-7000-8000-00000000000a',
    contact: { id: '0190a0a0-0000-7000-8000-00000000000b', name: 'Mika', phoneNumber: null, isGroup },
    channel: {
      id: '0190a0a0-0000-7000-8000-00000000000c',
      name: 'Aobado',
      displayPhoneNumber: '+81 3-5550-0100',
    },
    unreadCount: 0,
    lastMessage: null,
    window: { openedAt: '2026-11-21T09:00:00Z', closesAt: '2026-11-22T09:00:00Z' },
    assignee: null,
    state: 'open',
  };
}
