import { isUniqueViolation } from '#platform/database';
import { acceptSends } from './accept-sends.ts';
import type { OutboundContext, SendRequest } from './needs.ts';

/**
 * Sends one message, for inbox, API and everything later: what the gate lets pass is stored, and the dispatcher does the
 * rest. The same idempotency key gives the same message.
 *
 * Throws the gate's refusal, `not_found`, or `conflict` when the key belongs to a message of another conversation.
 */
export async function sendMessage(
  context: OutboundContext,
  workspaceId: string,
  request: SendRequest,
): Promise<string> {
  const send = () =>
    context.platform.database.inTenant(workspaceId, async (tx) => {
      const [acceptance] = await acceptSends(context, tx, [request]);
      if (!acceptance) throw new Error('One request gives one acceptance');
      if ('refusal' in acceptance) throw acceptance.refusal;
      return acceptance.messageId;
    });
  try {
    return await send();
  } catch (error) {
    // Somebody was faster with the same key: the second look finds their message.
    if (!isUniqueViolation(error, 'messages_idempotency_key')) throw error;
    return await send();
  }
}
