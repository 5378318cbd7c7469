import type { Candidate } from '../../dispatcher/store/store-candidates.ts';
import type { SendStore } from '../../send-store.ts';
import type { MemoryTransaction } from './memory-database.ts';
import { byPosition } from './memory-outbox.ts';
import type { OutboxRow } from './rows.ts';
import { isPresent, statement } from './statement.ts';

type Candidates = Pick<SendStore, 'lockDueCandidates' | 'lockOverdueCandidates' | 'lockClaimed'>;

const waitBehindUnsureMs = 20_000;

export const memoryCandidates: Candidates = {
  lockDueCandidates: (tx, channelId, now, limit) =>
    statement(tx, 'lockDueCandidates', (rows) => {
      const outbox = rows.all('outbox');
      const isBehind = (row: OutboxRow) =>
        outbox.some(
          (earlier) =>
            earlier.conversationId === row.conversationId &&
            earlier.position < row.position &&
            earlier.state !== 'scheduled' &&
            (earlier.state !== 'unsure' ||
              (earlier.unsureSince?.getTime() ?? 0) > now.getTime() - waitBehindUnsureMs),
        );
      const due = outbox.filter(
        (row) =>
          row.channelId === channelId &&
          row.state === 'queued' &&
          row.notBefore <= now &&
          !isBehind(row) &&
          !rows.isLockedByOther('outbox', row.messageId),
      );
      return lockCandidates(rows, due.sort(byPosition).slice(0, limit));
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
    origin: 'inbox',
    recipient: row.recipient,
    attempts: row.attempts,
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
