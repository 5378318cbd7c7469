import type { Problem } from '@renkei/contract';
import type { OutboundContext, SendRequest } from './needs.ts';
import { askGate } from './send-message.ts';

export interface CheckedMessage {
  readonly verdict: 'allow' | 'refuse';
  /** With `allow`: why the message would wait. */
  readonly problem: Problem | null;
}

/** What the gate would say, without sending. Throws `not_found`. */
export function checkMessage(
  context: OutboundContext,
  workspaceId: string,
  request: Pick<SendRequest, 'conversationId' | 'content' | 'replyToMessageId'>,
): Promise<CheckedMessage> {
  return context.platform.database.inTenant(workspaceId, async (tx) => {
    const { verdict } = await askGate(context, tx, request);
    if (verdict.verdict === 'allow') return { verdict: 'allow', problem: null };
    return { verdict: verdict.verdict === 'refuse' ? 'refuse' : 'allow', problem: verdict.problem };
  });
}
