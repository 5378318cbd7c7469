import { contentSchemas } from '@renkei/contract';
import { findContact, type InboundMessage, type NumberScope } from '@renkei/graph-api';
import type { InboundPerson, ReceivedContent, ReceivedMessage, ReceivedRevision } from '../../../inbound.ts';
import { type ReadKindResult, unsupportedContent } from './kinds/define.ts';
import { readKind } from './kinds/registry.ts';
import { readForwarded, readReferral } from './read-surroundings.ts';

export type MessageReading =
  | { readonly ok: true; readonly fact: ReceivedMessage | ReceivedRevision }
  | { readonly ok: false; readonly problem: string };

type Common = NonNullable<InboundMessage['common']>;

/** One message of a value; `field` is where it stood. */
export function readMessage(
  message: InboundMessage,
  scope: NumberScope,
  place: { readonly direction: ReceivedMessage['direction']; readonly field: string },
): MessageReading {
  const { common } = message;
  const { direction, field } = place;
  const { phoneNumberId } = scope.metadata;
  if (common === undefined) return { ok: false, problem: `${field}: ${message.detail}` };
  if (phoneNumberId === undefined) return { ok: false, problem: `${field}: no phone_number_id` };
  const read: ReadKindResult = message.ok
    ? readKind(message)
    : {
        content: unsupportedContent(message.type, message.detail, { providerCode: message.errors[0]?.code }),
      };
  const shared = { phoneNumberId, direction, providerMessageId: common.id };
  const at = new Date(common.timestamp * 1000);
  if ('revision' in read) {
    return { ok: true, fact: { fact: 'revision', ...shared, ...read.revision, revisedAt: at } };
  }
  const author = findPerson(common, scope, direction);
  // A group is the other side of its conversation; who wrote is told at the message.
  const person: InboundPerson = common.groupId === undefined ? author : { groupId: common.groupId };
  if (person.waId === undefined && person.userId === undefined && person.groupId === undefined) {
    return { ok: false, problem: `${field}: message ${common.id} names nobody` };
  }
  return {
    ok: true,
    fact: {
      fact: 'message',
      ...shared,
      sentAt: at,
      person,
      participant: common.groupId === undefined || direction === 'echo' ? null : author,
      content: fitting(read.content),
      ...surroundingsOf(common),
      spoken: read.spoken ?? true,
      identityChange: read.identityChange ?? null,
    },
  };
}

function surroundingsOf({ context, referral }: Common) {
  const product = context?.referredProduct;
  return {
    // A product enquiry names a message that nobody has sent.
    replyToProviderMessageId: product ? null : (context?.id ?? null),
    forwarded: readForwarded(context),
    referral: referral ? readReferral(referral) : null,
    referredProduct: product ? { catalogId: product.catalogId, productId: product.productRetailerId } : null,
  };
}

function findPerson(
  common: Common,
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
