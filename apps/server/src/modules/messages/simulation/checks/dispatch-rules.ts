import type { MemoryDatabase, MemoryTransaction } from '../store/memory-database.ts';
import type { OutboxRow, TableName } from '../store/rows.ts';

const waitBehindMs = 20_000;

/** What must be true when a send is committed as dispatched, told independently of the code that decides it. */
export function checkDispatch(
  database: MemoryDatabase,
  row: OutboxRow,
  transaction: MemoryTransaction,
): readonly string[] {
  const { channels, conversations, messages } = database.tables;
  const { nowMs, couldSee } = lookOf(database, transaction);
  const problems: string[] = [];

  const message = messages.get(row.messageId);
  if (message && message.providerMessageId !== null)
    problems.push('I4: it was dispatched although it is known to be sent');

  const channel = channels.get(row.channelId);
  if (channel?.state !== 'connected' && couldSee('channels', row.channelId)) {
    problems.push(`rule 12: it was dispatched although its number is ${channel?.state}`);
  }

  const conversation = conversations.get(row.conversationId);
  const isTemplate = message?.content.kind === 'template';
  // The transaction took some time since it looked.
  const looksBackMs = 1_000;
  const closesAtMs = conversation?.windowClosesAt?.getTime() ?? 0;
  if (!isTemplate && closesAtMs < nowMs - looksBackMs) {
    problems.push('I8: it was dispatched outside of the window');
  }

  const stop = database.tables.stops.get(conversation?.contactId ?? '');
  const hasWrittenSince = stop && (conversation?.lastInboundAt ?? stop.at) > stop.at;
  if (stop && couldSee('stops', stop.contactId) && (isTemplate || !hasWrittenSince)) {
    problems.push('I8: it was dispatched after its customer had stopped everything');
  }
  return problems;
}

/** One of a conversation at a time, in their order; what is not known to have arrived is waited for a while. */
export function checkOrder(
  database: MemoryDatabase,
  row: OutboxRow,
  transaction: MemoryTransaction,
): readonly string[] {
  const { tables } = database;
  const { nowMs, couldSee } = lookOf(database, transaction);
  const problems: string[] = [];
  for (const other of tables.outbox.values()) {
    if (other.conversationId !== row.conversationId || other.messageId === row.messageId) continue;
    const { state } = other;
    if (state === 'claimed' || state === 'dispatched') {
      problems.push(`order: another message of its conversation is ${state}`);
    }
    const sinceMs = (other.acceptedAt ?? other.unsureSince)?.getTime() ?? 0;
    if ((state === 'unsure' || state === 'awaiting') && sinceMs > nowMs - waitBehindMs) {
      problems.push(`order: another message of its conversation has been ${state} for less than 20 s`);
    }
    const isBefore =
      other.priority < row.priority || (other.priority === row.priority && other.position < row.position);
    const isPassed = other.yields && other.notBefore.getTime() > nowMs;
    if (state === 'queued' && isBefore && !isPassed && couldSee('outbox', other.messageId)) {
      problems.push('order: an earlier message of its conversation is still queued');
    }
  }
  return problems;
}

function lookOf(database: MemoryDatabase, transaction: MemoryTransaction) {
  return {
    nowMs: database.scheduler.nowMs + transaction.host.clockOffsetMs,
    /** What was committed before the transaction looked at anything, it must have seen. */
    couldSee: (table: TableName, key: string) =>
      database.changedAt(table, key) <= (transaction.beganAtCommit ?? 0),
  };
}
