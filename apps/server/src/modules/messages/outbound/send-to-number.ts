import { parsePhoneNumber } from '#modules/contacts';
import { isUniqueViolation } from '#platform/database';
import { loadChannel } from './gate-facts.ts';
import type { OutboundContext, SendRequest } from './needs.ts';
import { sendInTransaction } from './send-message.ts';
import { findByIdempotencyKey } from './store-outbound.ts';

interface SendToNumber extends Omit<SendRequest, 'conversationId'> {
  readonly channelId: string;
  readonly to: string;
}

/** Sends to a telephone number: contact and conversation are found or made in the same transaction. */
export async function sendToNumber(
  context: OutboundContext,
  workspaceId: string,
  { channelId, to, ...request }: SendToNumber,
): Promise<string> {
  const phoneNumber = parsePhoneNumber(to);
  const send = () =>
    context.platform.database.inTenant(workspaceId, async (tx) => {
      const earlier = request.idempotencyKey && (await findByIdempotencyKey(tx, request.idempotencyKey));
      if (earlier) return earlier.id;
      await loadChannel(context, tx, channelId);
      const contactId = await context.contacts.findOrCreateByPhone(tx, phoneNumber);
      const conversationId = await context.ensureConversation(tx, {
        channelId,
        contactId,
        recipientPhone: phoneNumber.replace('+', ''),
      });
      return sendInTransaction(context, tx, { ...request, conversationId });
    });
  try {
    return await send();
  } catch (error) {
    if (!isUniqueViolation(error, 'messages_idempotency_key')) throw error;
    return await send();
  }
}
