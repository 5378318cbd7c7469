import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import { prepare, problemOf } from './accept-sends.ts';
import type { OutboundContext } from './needs.ts';
import { priorityOf } from './priorities.ts';

const resendable: ReadonlySet<string> = new Set(['failed', 'unconfirmed']);

/**
 * Queues a failed or unconfirmed message again, as a person's decision: an unconfirmed one may arrive twice. Audited.
 * Throws `conflict` for any other state, and the gate's refusals.
 */
export function resendMessage(
  context: OutboundContext,
  principal: Principal,
  messageId: string,
): Promise<string> {
  const { store } = context;
  return context.platform.database.inTenant(principal.workspaceId, async (tx) => {
    // Before the message, as evidence does: a status that proves an attempt either comes first, or finds what is queued.
    await store.lockAttemptsOf(tx, messageId);
    const message = await store.lockMessage(tx, messageId);
    if (message?.direction !== 'outbound') throw new RenkeiError('not_found');
    if (!resendable.has(message.state)) {
      throw new RenkeiError('conflict', {
        detail: {
          en: `Only failed and unconfirmed messages can be sent again; this one is ${message.state}.`,
          ja: `再送できるのは失敗または未確認のメッセージだけです（現在：${message.state}）。`,
        },
      });
    }
    // A person decides, whoever sent it first.
    const { conversationId, content: asked } = message;
    const request = { messageId, conversationId, content: asked, origin: 'inbox' } as const;
    const [prepared] = await prepare(context, tx, [request], 'accepted');
    if (!prepared) throw new Error('One request is prepared once');
    if ('refusal' in prepared) throw prepared.refusal;
    const { conversation, content, verdict, dueAt } = prepared;
    const at = context.platform.clock.now();
    await store.queueAgain(tx, messageId, problemOf(verdict));
    await store.writeVerdicts(tx, [{ messageId, record: verdict.record }]);
    await store.enqueue(tx, [
      {
        messageId,
        conversation,
        content,
        at,
        dueAt,
        notAfter: undefined,
        priority: priorityOf(message.origin),
        waits: verdict.verdict === 'hold',
      },
    ]);
    await context.recordAudit(tx, {
      principal,
      action: 'message.resent',
      subjectId: messageId,
      detail: { formerState: message.state },
    });
    tx.publish({ type: 'message.updated', conversationId, messageId });
    return messageId;
  });
}
