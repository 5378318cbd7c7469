import { contentSchemas } from '@renkei/contract';
import { findContact, type InboundMessage, type NumberScope } from '@renkei/graph-api';
import type { InboundFact, InboundPerson, ReceivedContent, ReceivedMessage } from '../../../inbound.ts';
import { type ReadContent, unsupportedContent } from './kinds/define.ts';
import { readKind } from './kinds/registry.ts';

export type MessageReading =
  | { readonly ok: true; readonly fact: InboundFact }
  | { readonly ok: false; readonly problem: string };

/** One message of a value. `accountId` and `field` are where it stood. */
export function readMessage(
  message: InboundMessage,
  scope: NumberScope,
  place: {
    readonly direction: ReceivedMessage['direction'];
    readonly field: string;
    readonly accountId: string;
  },
): MessageReading {
  const { common } = message;
  const { phoneNumberId } = scope.metadata;
  if (common === undefined) return { ok: false, problem: `${place.field}: ${message.detail}` };
  if (phoneNumberId === undefined) return { ok: false, problem: `${place.field}: no phone_number_id` };
  const sentAt = new Date(common.timestamp * 1000);
  if (common.groupId !== undefined) {
    const { field, accountId } = place;
    const value = message.raw;
    return {
      ok: true,
      // A group is no conversation with one contact: filed there it would open a window that is not open.
      fact: {
        fact: 'account_event',
        field,
        event: 'group_message',
        phoneNumberId,
        accountId,
        occurredAt: sentAt,
        value,
        known: true,
      },
    };
  }
  const person = findPerson(message.common, scope, place.direction);
  if (person.waId === undefined && person.userId === undefined) {
    return { ok: false, problem: `${place.field}: message ${common.id} names nobody` };
  }
  const read: ReadContent = message.ok
    ? readKind(message)
    : { content: unsupportedContent(message.type, message.detail) };
  return {
    ok: true,
    fact: {
      fact: 'message',
      phoneNumberId,
      direction: place.direction,
      providerMessageId: common.id,
      sentAt,
      person,
      content: fitting(read.content),
      replyToProviderMessageId: common.context?.id ?? null,
      forwarded: common.context?.forwarded ?? false,
      spoken: read.spoken ?? true,
      identityChange: read.identityChange ?? null,
    },
  };
}

function findPerson(
  common: NonNullable<InboundMessage['common']>,
  { contacts }: NumberScope,
  direction: ReceivedMessage['direction'],
): InboundPerson {
  const ids =
    direction === 'inbound'
      ? { waId: common.from, userId: common.fromUserId }
      : { waId: common.to, userId: common.toUserId };
  const contact = findContact(contacts, ids);
  return {
    waId: ids.waId ?? contact?.waId,
    userId: ids.userId ?? contact?.userId,
    profileName: contact?.profileName,
    username: contact?.username,
  };
}

/** Content of files and reactions still has the provider's ids; the rest must fit our own promise. */
function fitting(content: ReceivedContent): ReceivedContent {
  if ('providerMediaId' in content || content.kind === 'reaction') return content;
  const parsed = contentSchemas[content.kind].safeParse(content);
  if (parsed.success) return content;
  const why = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return unsupportedContent(content.kind, why);
}
