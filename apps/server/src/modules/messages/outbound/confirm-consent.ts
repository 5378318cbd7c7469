import type { Confirmation } from '#modules/consent';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import type { OutboundContext } from './needs.ts';
import { sendInTransaction } from './send-message.ts';

/**
 * Answers a keyword, in the transaction that files it. Where the gate refuses, nothing is answered: a member has the
 * conversation, the number is disconnected, the window is over.
 */
export async function confirmConsent(
  context: OutboundContext,
  tx: TenantTransaction,
  { conversationId, messageId, text }: Confirmation,
): Promise<void> {
  try {
    await sendInTransaction(context, tx, {
      conversationId,
      content: { kind: 'text', body: text },
      senderMemberId: null,
      idempotencyKey: `consent ${messageId}`,
      origin: 'automation',
    });
  } catch (error) {
    if (!(error instanceof RenkeiError)) throw error;
  }
}
