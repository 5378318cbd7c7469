import { type Candidate, waitBehindMs } from '../../dispatcher/store/store-candidates.ts';
import type { SendStore } from '../../send-store.ts';
import type { MemoryTransaction } from './memory-database.ts';
import { byPosition, isBehindQueued } from './memory-outbox.ts';
import type { OutboxRow } from './rows.ts';
import { isPresent, statement } from './statement.ts';

type Candidates = Pick<SendStore, 'lockDueCandidates' | 'lockOverdueCandidates' | 'lockClaimed'>;

export const memoryCandidates: Candidates = {
  lockDueCandidates: (tx, channelId, now, limit, first) =>
    statement(tx, 'lockDueCandidates', (rows) => {
      const outbox = rows.all('outbox');
      const due = outbox.filter(
        (row) =>
          row.channelId === channelId &&
          row.state === 'queued' &&
          row.notBefore <= now &&
          !isBehind(outbox, row, now) &&
          !rows.isLockedByOther('outbox', row.messageId),
      );
      return lockCandidates(rows, due.sort(byTurn(first)).slice(0, limit));
    }),
  lockOverdueCandidates: (tx, channelId, now, limit) =>
    statement(tx, 'lockOverdueCandidates', (rows) => {
      const overdue = rows
        .all('outbox')
        .filter(
          (row) =>
            row.channelId === channelId &&
            row.state === 'queued' &&
            row.deadlineAt <= now &&
            !rows.isLockedByOther('outbox', row.messageId),
        );
      return lockCandidates(rows, overdue.sort(byPosition).slice(0, limit));
    }),
  lockClaimed: (tx, lease, messageId) =>
    statement(tx, 'lockClaimed', (rows) => {
      const isOurs = (row: OutboxRow | undefined): row is OutboxRow =>
        row?.state === 'claimed' && row.fence === lease.fence;
      if (!isOurs(rows.get('outbox', messageId))) return undefined;
      const row = rows.lock('outbox', messageId);
      return isOurs(row) ? toCandidate(rows, row) : undefined;
    }),
};

/** One of a conversation is under way at a time; what is unsure, or to be delivered first, is waited for a while. */
function isBehind(outbox: readonly OutboxRow[], row: OutboxRow, now: Date): boolean {
  const isUnderWay = ({ conversationId, state, acceptedAt, unsureSince }: OutboxRow) => {
    if (conversationId !== row.conversationId) return false;
    if (state === 'claimed' || state === 'dispatched') return true;
    const sinceMs = (acceptedAt ?? unsureSince)?.getTime() ?? 0;
    return (state === 'unsure' || state === 'awaiting') && sinceMs > now.getTime() - waitBehindMs;
  };
  return outbox.some(isUnderWay) || isBehindQueued(outbox, row, now.getTime());
}

function byTurn(first: number) {
  return (one: OutboxRow, other: OutboxRow): number =>
    Number(one.priority !== first) - Number(other.priority !== first) ||
    one.priority - other.priority ||
    one.notBefore.getTime() - other.notBefore.getTime() ||
    byPosition(one, other);
}

function lockCandidates(rows: MemoryTransaction, found: readonly OutboxRow[]): readonly Candidate[] {
  return found
    .map(({ messageId }) => rows.lock('outbox', messageId))
    .filter(isPresent)
    .map((row) => toCandidate(rows, row));
}

function toCandidate(rows: MemoryTransaction, row: OutboxRow): Candidate {
  const message = rows.get('messages', row.messageId);
  const conversation = rows.get('conversations', row.conversationId);
  if (!message || !conversation) throw new Error('A foreign key is broken');
  return {
    messageId: row.messageId,
    conversationId: row.conversationId,
    contactId: conversation.contactId,
    assigneeId: null,
    recipient: row.recipient,
    origin: message.origin,
    purpose: message.purpose,
    attempts: row.attempts,
    priority: row.priority,
    deadlineAt: row.deadlineAt,
    notAfter: row.notAfter,
    content: message.content,
    replyToProviderMessageId: null,
    recipientPhone: conversation.recipientPhone,
    recipientUserId: null,
    recipientGroupId: null,
    lastInboundAt: conversation.lastInboundAt,
    windowClosesAt: conversation.windowClosesAt,
  };
}
