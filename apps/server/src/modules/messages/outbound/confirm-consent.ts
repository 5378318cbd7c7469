import type { Confirmation } from '#modules/consent';
import type { TenantTransaction } from '#platform/database';
import { acceptSends } from './accept-sends.ts';
import type { OutboundContext } from './needs.ts';

/**
 * Answers a keyword, in the transaction that files it. Where the gate refuses, nothing is answered: a member has the
 * conversation, the number is disconnected, the window is over.
 */
export async function confirmConsent(
  context: OutboundContext,
  tx: TenantTransaction,
  { conversationId, messageId, text }: Confirmation,
): Promise<void> {
  await acceptSends(context, tx, [
    {
      conversationId,
      content: { kind: 'text', body: text },
      senderMemberId: null,
      idempotencyKey: `consent ${messageId}`,
      origin: 'automation',
    },
  ]);
}
