import type { Conversation } from '@renkei/contract';
import { groupNameOf } from '#modules/contacts';
import type { ConversationRow } from './store-conversations.ts';

const windowMs = 24 * 60 * 60 * 1000;

/** A conversation as the API shows it. */
export function toConversation(row: ConversationRow): Conversation {
  return {
    id: row.id,
    contact: {
      id: row.contact_id,
      name: nameOf(row),
      phoneNumber: row.phone_number,
      isGroup: row.recipient_group_id !== null,
    },
    channel: {
      id: row.channel_id,
      name: row.channel_name,
      displayPhoneNumber: row.channel_display_phone_number,
    },
    unreadCount: row.unread_count,
    lastMessage: toLastMessage(row),
    window: {
      openedAt: row.window_closes_at
        ? new Date(row.window_closes_at.getTime() - windowMs).toISOString()
        : null,
      closesAt: row.window_closes_at?.toISOString() ?? null,
    },
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
    state: row.state,
  };
}

function nameOf(row: ConversationRow): string {
  return (
    row.given_name ??
    row.profile_name ??
    row.username ??
    row.phone_number ??
    (row.recipient_group_id === null ? null : groupNameOf(row.recipient_group_id)) ??
    row.recipient_user_id ??
    row.contact_id
  );
}

function toLastMessage(row: ConversationRow): Conversation['lastMessage'] {
  if (
    !row.message_id ||
    !row.message_direction ||
    !row.message_kind ||
    !row.message_state ||
    !row.message_shown_at
  ) {
    return null;
  }
  return {
    id: row.message_id,
    direction: row.message_direction,
    kind: row.message_kind,
    preview: row.message_preview ?? '',
    state: row.message_state,
    shownAt: row.message_shown_at.toISOString(),
  };
}
