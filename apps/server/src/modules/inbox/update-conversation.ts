import type { Conversation } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import { getConversation } from './get-conversation.ts';
import type { InboxNeeds } from './needs.ts';

export interface ConversationChange {
  readonly assigneeId?: string | null | undefined;
  readonly state?: 'open' | 'closed' | undefined;
}

/** Assigns, closes or opens a conversation. Throws `not_found`, also for a removed member. */
export async function updateConversation(
  needs: Pick<InboxNeeds, 'platform' | 'recordAudit' | 'isActiveMember' | 'changeConversation'>,
  principal: Principal,
  conversationId: string,
  change: ConversationChange,
): Promise<Conversation> {
  return needs.platform.database.inTenant(principal.workspaceId, async (transaction) => {
    await getConversation(transaction, conversationId);
    const { assigneeId, state } = change;
    if (assigneeId && !(await needs.isActiveMember(transaction, assigneeId))) {
      throw new RenkeiError('not_found');
    }
    await needs.changeConversation(transaction, conversationId, {
      ...(assigneeId === undefined ? {} : { assigneeId }),
      ...(state === undefined ? {} : { state }),
    });
    transaction.publish({ type: 'conversation.updated', conversationId });
    await needs.recordAudit(transaction, {
      principal,
      action: 'conversation.update',
      subjectId: conversationId,
      detail: { ...change },
    });
    return getConversation(transaction, conversationId);
  });
}
