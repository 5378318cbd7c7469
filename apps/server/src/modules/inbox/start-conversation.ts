import type { Conversation } from '@renkei/contract';
import { parseRecipient, recipientKeysOf } from '#modules/contacts';
import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import { getConversation } from './get-conversation.ts';
import type { InboxNeeds } from './needs.ts';

/**
 * Finds or makes the conversation with a telephone number or a business-scoped user id, so that a template can be sent in it. Throws `not_found`,
 * `recipient_invalid`, `recipient_is_sender`.
 */
export async function startConversation(
  needs: InboxNeeds,
  principal: Principal,
  wanted: { readonly channelId: string; readonly to: string; readonly name?: string | undefined },
): Promise<Conversation> {
  const recipient = parseRecipient(wanted.to);
  const keys = recipientKeysOf(recipient);
  return needs.platform.database.inTenant(principal.workspaceId, async (transaction) => {
    const channel = await needs.findChannel(transaction, wanted.channelId);
    if (!channel) throw new RenkeiError('not_found');
    if (channel.phoneNumber === keys.recipientPhone) throw new RenkeiError('recipient_is_sender');
    const contactId = await needs.findOrCreateContact(transaction, recipient, wanted.name);
    const place = { channelId: channel.id, contactId, ...keys };
    const [conversationId] = await needs.ensureConversations(transaction, [place]);
    if (conversationId === undefined) throw new Error('One place gives one conversation');
    transaction.publish({ type: 'conversation.updated', conversationId });
    await needs.recordAudit(transaction, {
      principal,
      action: 'conversation.start',
      subjectId: conversationId,
      detail: { channelId: channel.id },
    });
    return getConversation(transaction, conversationId);
  });
}
