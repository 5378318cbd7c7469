import type { Problem } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import type { OutboundContext } from '../outbound/needs.ts';
import { resendMessage } from '../outbound/resend-message.ts';

interface Resent {
  readonly resent: string[];
  readonly refused: { readonly index: number; readonly problem: Problem }[];
}

/** Each in a transaction of its own, in the order given: what the gate refuses of one keeps back no other. */
export async function resendMessages(
  context: OutboundContext,
  principal: Principal,
  messageIds: readonly string[],
): Promise<Resent> {
  const answer: Resent = { resent: [], refused: [] };
  for (const [index, messageId] of messageIds.entries()) {
    try {
      answer.resent.push(await resendMessage(context, principal, messageId));
    } catch (error) {
      if (!(error instanceof RenkeiError)) throw error;
      answer.refused.push({ index, problem: error.problem });
    }
  }
  return answer;
}
