import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import type { OutboundContext } from './needs.ts';

/**
 * Takes back a message that is still queued. One that has been handed to the provider, or is being brought there, stays
 * so: nobody can call it back. Audited.
 *
 * Throws `not_found`, or `conflict` when it is too late.
 */
export function cancelMessage(
  context: OutboundContext,
  principal: Principal,
  messageId: string,
): Promise<string> {
  const { store, platform, recordAudit } = context;
  return platform.database.inTenant(principal.workspaceId, async (tx) => {
    const [cancelled] = await store.cancelQueued(tx, [messageId]);
    if (!cancelled) {
      const message = await store.lockMessage(tx, messageId);
      if (message?.direction !== 'outbound') throw new RenkeiError('not_found');
      throw tooLate(message.state);
    }
    await recordAudit(tx, { principal, action: 'message.cancelled', subjectId: messageId, detail: {} });
    tx.publish({ type: 'message.updated', ...cancelled });
    return messageId;
  });
}

function tooLate(state: string): RenkeiError {
  return new RenkeiError('conflict', {
    detail: {
      en: `Only queued messages can be taken back; this one is ${state}.`,
      ja: `取り消せるのは送信待ちのメッセージだけです（現在：${state}）。`,
    },
  });
}
