import type { Permission, RenkeiEvent } from '@renkei/contract';

/** What a member must be allowed to read to be told that it changed. */
export const eventPermissions: Readonly<Record<RenkeiEvent['type'], Permission>> = {
  'message.created': 'conversation.read',
  'message.updated': 'conversation.read',
  'conversation.updated': 'conversation.read',
  'contact.updated': 'contact.read',
  'channel.updated': 'channel.read',
  'media.updated': 'media.read',
  'template.updated': 'template.read',
  'member.updated': 'member.read',
  'accountEvent.created': 'accountEvent.read',
};
