import { parsePhoneNumber } from '#modules/contacts';
import { isUniqueViolation, type TenantTransaction } from '#platform/database';
import { loadChannel } from './gate-facts.ts';
import type { OutboundContext, SendRequest } from './needs.ts';
import { sendInTransaction } from './send-message.ts';

export interface SendToNumber extends Omit<SendRequest, 'conversationId'> {
  readonly channelId: string;
  readonly to: string;
}

/**
 * Sends to a telephone number or to a business-scoped user id: contact and conversation are found or made in the same
 * transaction.
 */
export async function sendToNumber(
  context: OutboundContext,
  workspaceId: string,
  request: SendToNumber,
): Promise<string> {
  const send = () =>
    context.platform.database.inTenant(workspaceId, (tx) => sendToNumberInTransaction(context, tx, request));
  try {
    return await send();
  } catch (error) {
    if (!isUniqueViolation(error, 'messages_idempotency_key')) throw error;
    return await send();
  }
}

export async function sendToNumberInTransaction(
  context: OutboundContext,
  tx: TenantTransaction,
  { channelId, to, ...request }: SendToNumber,
): Promise<string> {
  const { idempotencyKey } = request;
  const earlier = idempotencyKey && (await context.store.findByIdempotencyKey(tx, idempotencyKey));
  if (earlier) return earlier.id;
  const conversationId = await placeConversation(context, tx, { channelId, to });
  return sendInTransaction(context, tx, { ...request, conversationId });
}

/** The conversation with whoever that is, on the channel. Throws `not_found` and `recipient_invalid`. */
export async function placeConversation(
  context: OutboundContext,
  tx: TenantTransaction,
  { channelId, to }: Pick<SendToNumber, 'channelId' | 'to'>,
): Promise<string> {
  const recipient = parseRecipient(to);
  await loadChannel(context, tx, channelId);
  return context.ensureConversation(tx, {
    channelId,
    contactId: await findOrCreateContact(context, tx, recipient),
    ...('userId' in recipient
      ? { recipientUserId: recipient.userId }
      : { recipientPhone: recipient.phoneNumber.replace('+', '') }),
  });
}

type Recipient = { readonly phoneNumber: string } | { readonly userId: string };

/** A business-scoped user id or its parent; no telephone number looks like it. (Meta, "Business-scoped user IDs", 2026) */
const userIdPattern = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

function parseRecipient(to: string): Recipient {
  const text = to.trim();
  return userIdPattern.test(text) ? { userId: text } : { phoneNumber: parsePhoneNumber(text) };
}

async function findOrCreateContact(
  { contacts, platform }: OutboundContext,
  tx: TenantTransaction,
  recipient: Recipient,
): Promise<string> {
  if ('phoneNumber' in recipient) return contacts.findOrCreateByPhone(tx, recipient.phoneNumber);
  const seenAt = platform.clock.now();
  const { contactIds } = await contacts.resolve(tx, [{ userId: recipient.userId, seenAt }]);
  const [contactId] = contactIds;
  if (contactId === undefined) throw new Error('One person gives one contact');
  return contactId;
}
