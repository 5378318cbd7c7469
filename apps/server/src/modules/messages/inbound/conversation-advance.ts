import type { FiledMessage } from './filed-message.ts';
import type { ConversationAdvance } from './store-conversations.ts';

/** What a customer says opens the window for 24 hours. (Meta, "Send messages: customer service window") */
export const windowMs = 24 * 3_600_000;
/** The provider repeats for 7 days; what is older was kept by somebody else and is news to nobody. */
const staleAfterMs = 8 * 24 * 3_600_000;

/** What new messages of one conversation, in the order of arrival, change of it. */
export function advanceOf(conversationId: string, filed: readonly FiledMessage[]): ConversationAdvance {
  const said = filed.filter(({ incoming }) => incoming.direction === 'inbound' && incoming.spoken);
  const fresh = said.filter(({ incoming }) => !isStale(incoming.sentAt, incoming.receivedAt));
  const lastSaid = latest(said)?.incoming;
  const lastFresh = latest(fresh)?.incoming;
  const last = latest(filed);
  if (!last) throw new Error('A conversation advances by at least one message');
  return {
    conversationId,
    unread: fresh.filter(isNews).length,
    lastInbound: lastSaid && { at: lastSaid.sentAt, providerMessageId: lastSaid.providerMessageId },
    recipient: recipientOf(filed),
    windowClosesAt: lastFresh ? new Date(lastFresh.sentAt.getTime() + windowMs) : null,
    lastMessage: { id: last.row.id, at: last.row.sentAt },
  };
}

/** A reaction that was taken back, and a chat that was opened, leave nothing to read. */
function isNews({ incoming: { content } }: FiledMessage): boolean {
  return content.kind === 'reaction' ? content.emoji !== null : content.kind !== 'welcome_request';
}

/** As the customer wrote last, or was said to be known from now on. */
function recipientOf(filed: readonly FiledMessage[]): ConversationAdvance['recipient'] {
  const telling = filed.filter(
    ({ incoming }) => incoming.direction === 'inbound' && (incoming.spoken || incoming.identityChange),
  );
  const last = latest(telling)?.incoming;
  if (!last) return undefined;
  const { waId, userId } = last.identityChange?.next ?? last.person;
  return { at: last.sentAt, phone: waId ?? null, userId: userId ?? null };
}

export function isStale(sentAt: Date, receivedAt: Date): boolean {
  return receivedAt.getTime() - sentAt.getTime() > staleAfterMs;
}

/** By the provider's time; of the same second, the one that arrived last. */
function latest(filed: readonly FiledMessage[]): FiledMessage | undefined {
  return filed.reduce<FiledMessage | undefined>(
    (last, next) => (last && last.row.sentAt > next.row.sentAt ? last : next),
    undefined,
  );
}
