import type { Problem } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { OutboundContext } from './needs.ts';
import { type SendToNumber, sendToNumberInTransaction } from './send-to-number.ts';

export type SendResult = { readonly messageId: string } | { readonly refusal: Problem };

/** Many sends of one channel in one transaction, each accepted or refused by itself; results in their order. */
export function sendManyToNumbers(
  context: OutboundContext,
  workspaceId: string,
  channelId: string,
  sends: readonly Omit<SendToNumber, 'channelId'>[],
): Promise<readonly SendResult[]> {
  return context.platform.database.inTenant(workspaceId, async (tx) => {
    const results: SendResult[] = [];
    for (const send of sends) {
      try {
        results.push({ messageId: await sendToNumberInTransaction(context, tx, { ...send, channelId }) });
      } catch (error) {
        if (!(error instanceof RenkeiError)) throw error;
        results.push({ refusal: error.problem });
      }
    }
    return results;
  });
}
