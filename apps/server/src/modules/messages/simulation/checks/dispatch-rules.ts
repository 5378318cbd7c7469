import type { MemoryDatabase, MemoryTransaction } from '../store/memory-database.ts';
import type { OutboxRow } from '../store/rows.ts';

const waitBehindUnsureMs = 20_000;

/** What must be true when a send is committed as dispatched, told independently of the code that decides it. */
export function checkDispatch(
  database: MemoryDatabase,
  row: OutboxRow,
  transaction: MemoryTransaction,
): readonly string[] {
  const { channels, conversations, messages, outbox } = database.tables;
  const problems: string[] = [];
  // What was committed before the transaction looked at anything, it must have seen.
  const couldSee = (table: 'channels', key: string) =>
    database.changedAt(table, key) <= (transaction.beganAtCommit ?? 0);
  const nowMs = database.scheduler.nowMs + transaction.host.clockOffsetMs;

  const message = messages.get(row.messageId);
  if (message?.providerMessageId != null)
    problems.push('I4: it was dispatched although it is known to be sent');

  const channel = channels.get(row.channelId);
  if (channel?.state !== 'connected' && couldSee('channels', row.channelId)) {
    problems.push(`rule 12: it was dispatched although its number is ${channel?.state}`);
  }

  const closesAt = conversations.get(row.conversationId)?.windowClosesAt;
  // The transaction took some time since it looked.
  const looksBackMs = 1_000;
  if (message?.content.kind !== 'template' && (!closesAt || closesAt.getTime() < nowMs - looksBackMs)) {
    problems.push('I8: it was dispatched outside of the window');
  }

  for (const earlier of outbox.values()) {
    if (earlier.conversationId !== row.conversationId || earlier.position >= row.position) continue;
    if (earlier.state === 'scheduled') continue;
    const isOld = (earlier.unsureSince?.getTime() ?? 0) <= nowMs - waitBehindUnsureMs;
    if (earlier.state !== 'unsure' || !isOld) {
      problems.push(`order: an earlier message of its conversation is still ${earlier.state}`);
    }
  }
  return problems;
}
