import type { GateVerdict } from '@renkei/contract';
import type { OutboundContext } from './needs.ts';
import { askGate, type GateRequest } from './send-message.ts';
import { placeConversation, type SendToNumber } from './send-to-number.ts';

/** What the gate would say, without sending. Throws `not_found`. */
export function checkMessage(
  context: OutboundContext,
  workspaceId: string,
  request: GateRequest,
): Promise<GateVerdict> {
  return context.platform.database.inTenant(workspaceId, async (tx) => {
    const { verdict } = await askGate(context, tx, request, 'asked');
    return verdict.record;
  });
}

/**
 * The same about a telephone number or a business-scoped user id. Contact and conversation are made as for the send
 * itself, so that the answer is the same, and undone with the transaction. Throws `not_found` and `recipient_invalid`.
 */
export async function checkSend(
  context: OutboundContext,
  workspaceId: string,
  { channelId, to, ...request }: SendToNumber,
): Promise<GateVerdict> {
  try {
    return await context.platform.database.inTenant(workspaceId, async (tx) => {
      const conversationId = await placeConversation(context, tx, { channelId, to });
      const { verdict } = await askGate(context, tx, { ...request, conversationId }, 'asked');
      throw new Undone(verdict.record);
    });
  } catch (error) {
    if (error instanceof Undone) return error.verdict;
    throw error;
  }
}

/** Carries the answer out of the transaction that it undoes. */
class Undone extends Error {
  readonly verdict: GateVerdict;

  constructor(verdict: GateVerdict) {
    super('Only asked');
    this.verdict = verdict;
  }
}
