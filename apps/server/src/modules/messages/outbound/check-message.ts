import type { GateVerdict } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { askGate, type GateRequest } from './accept-sends.ts';
import type { OutboundContext } from './needs.ts';
import { placeConversations, type SendToNumber } from './send-to-number.ts';

/** What the gate would say, without sending. Throws `not_found`, `invalid_request`. */
export function checkMessage(
  context: OutboundContext,
  workspaceId: string,
  request: GateRequest,
): Promise<GateVerdict> {
  return context.platform.database.inTenant(workspaceId, (tx) => ask(context, tx, request));
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
      const [place] = await placeConversations(context, tx, channelId, [to]);
      if (!place) throw new Error('One recipient gives one place');
      if ('refusal' in place) throw place.refusal;
      throw new Undone(await ask(context, tx, { ...request, conversationId: place.conversationId }));
    });
  } catch (error) {
    if (error instanceof Undone) return error.verdict;
    throw error;
  }
}

async function ask(
  context: OutboundContext,
  tx: TenantTransaction,
  request: GateRequest,
): Promise<GateVerdict> {
  const [asked] = await askGate(context, tx, [request], 'asked');
  if (!asked) throw new Error('One request gives one verdict');
  if ('refusal' in asked) throw asked.refusal;
  return asked.verdict.record;
}

/** Carries the answer out of the transaction that it undoes. */
class Undone extends Error {
  readonly verdict: GateVerdict;

  constructor(verdict: GateVerdict) {
    super('Only asked');
    this.verdict = verdict;
  }
}
