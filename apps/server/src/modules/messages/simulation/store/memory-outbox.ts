import { deadlineOf, earlierOf } from '../../dispatcher/store/store-outbox.ts';
import type { SendStore } from '../../send-store.ts';
import type { MemoryTransaction } from './memory-database.ts';
import type { OutboxRow } from './rows.ts';
import { isPresent, statement } from './statement.ts';

type Outbox = Pick<
  SendStore,
  | 'enqueue'
  | 'listChannelsWithWork'
  | 'queueDue'
  | 'readBacklog'
  | 'lockOpenAttempts'
  | 'lockOrphans'
  | 'lockUnsure'
  | 'markClaimed'
  | 'markDispatched'
  | 'markUnsure'
  | 'postpone'
  | 'moveDeadlines'
  | 'moveOutbox'
  | 'deleteFromOutbox'
  | 'deleteAccepted'
  | 'deleteAwaiting'
  | 'endWaiting'
  | 'releaseForgotten'
>;

export const memoryOutbox: Outbox = {
  async enqueue(tx, sends) {
    await statement(tx, 'enqueue', (rows) => {
      for (const send of sends) {
        const { conversation, messageId } = send;
        rows.takeUnique('outbox_pkey', messageId, () => rows.get('outbox', messageId) !== undefined);
        rows.put('outbox', messageId, {
          messageId,
          channelId: conversation.channelId,
          conversationId: conversation.id,
          recipient: conversation.recipientGroupId ?? conversation.recipientPhone ?? '',
          state: send.dueAt > send.at ? 'scheduled' : 'queued',
          position: rows.database.nextNumber(),
          notBefore: send.dueAt,
          deadlineAt: earlierOf(
            deadlineOf(send.content, conversation.windowClosesAt, send.dueAt),
            send.notAfter,
          ),
          notAfter: send.notAfter ?? null,
          priority: send.priority,
          attempts: 0,
          attemptKey: null,
          fence: '0',
          unsureSince: null,
          yields: false,
          waitsForDelivery: rows.get('messages', messageId)?.waitsForDelivery ?? false,
          acceptedAt: null,
        });
      }
    });
    for (const { conversation } of sends) tx.wake('outbox', `${tx.workspaceId}/${conversation.channelId}`);
  },
  listChannelsWithWork: (tx) =>
    statement(tx, 'listChannelsWithWork', (rows) => {
      const { workspaceId } = rows;
      const channelIds = new Set(
        rows
          .all('outbox')
          .filter(isPresentWork)
          .map(({ channelId }) => channelId),
      );
      return [...channelIds].map((channelId) => ({ workspaceId, channelId }));
    }),
  queueDue: (tx, now) =>
    statement(tx, 'queueDue', (rows) => {
      const due = rows
        .all('outbox')
        .filter(
          (row) =>
            row.state === 'scheduled' &&
            row.notBefore <= now &&
            !rows.isLockedByOther('outbox', row.messageId),
        )
        .sort((one, other) => one.notBefore.getTime() - other.notBefore.getTime() || byPosition(one, other));
      for (const { messageId } of due) {
        const row = rows.lock('outbox', messageId);
        const position = rows.database.nextNumber();
        if (row) rows.put('outbox', messageId, { ...row, state: 'queued', position });
      }
      return due.length;
    }),
  readBacklog: (tx, channelId) =>
    statement(tx, 'readBacklog', (rows) => {
      const unfinished = rows
        .all('outbox')
        .filter((row) => row.channelId === channelId && isPresentWork(row));
      const queued = unfinished.filter(({ state }) => state === 'queued');
      const times = queued
        .filter((row) => !isBehindQueued(unfinished, row))
        .map(({ notBefore }) => notBefore.getTime());
      return {
        queued: queued.length > 0,
        unfinished: unfinished.length > 0,
        nextAt: times.length === 0 ? null : new Date(Math.min(...times)),
      };
    }),
  lockOpenAttempts: (tx, attemptKeys) =>
    statement(tx, 'lockOpenAttempts', (rows) =>
      lockWhere(rows, (row) => isOpen(row) && attemptKeys.includes(row.attemptKey ?? '')).map((row) => ({
        ...row,
        attemptKey: row.attemptKey ?? '',
      })),
    ),
  lockOrphans: (tx, lease) =>
    statement(tx, 'lockOrphans', (rows) =>
      lockWhere(
        rows,
        ({ channelId, state, fence }) =>
          channelId === lease.channelId &&
          (state === 'claimed' || state === 'dispatched') &&
          Number(fence) < Number(lease.fence),
      ).flatMap(({ messageId, state, attemptKey }) =>
        state === 'claimed' || state === 'dispatched' ? [{ messageId, state, attemptKey }] : [],
      ),
    ),
  lockUnsure: (tx, channelId, before, limit) =>
    statement(tx, 'lockUnsure', (rows) =>
      rows
        .all('outbox')
        .filter(
          (row) =>
            row.channelId === channelId &&
            row.state === 'unsure' &&
            row.unsureSince !== null &&
            row.unsureSince <= before &&
            !rows.isLockedByOther('outbox', row.messageId),
        )
        .sort(byPosition)
        .slice(0, limit)
        .flatMap(({ messageId }) => {
          const row = rows.lock('outbox', messageId);
          if (!row?.unsureSince) return [];
          const { attemptKey, unsureSince, priority } = row;
          const unsureAttempts = rows
            .all('attempts')
            .filter((attempt) => attempt.messageId === messageId && attempt.state === 'unsure').length;
          return [
            {
              messageId,
              attemptKey: attemptKey ?? '',
              unsureSince,
              priority,
              unsureAttempts,
              isRestored: false,
            },
          ];
        }),
    ),
  markClaimed: (tx, lease, messageIds) =>
    update(tx, 'markClaimed', messageIds, (row) =>
      row.state === 'queued'
        ? { ...row, state: 'claimed', fence: lease.fence, attempts: row.attempts + 1 }
        : row,
    ),
  markDispatched(tx, lease, attempts, countsAttempt) {
    const keys = new Map(attempts.map(({ messageId, attemptKey }) => [messageId, attemptKey]));
    return update(tx, 'markDispatched', [...keys.keys()], (row) => ({
      ...row,
      state: 'dispatched',
      fence: lease.fence,
      attemptKey: keys.get(row.messageId) ?? null,
      attempts: row.attempts + (countsAttempt ? 1 : 0),
    }));
  },
  markUnsure: (tx, messageIds, at) =>
    update(tx, 'markUnsure', messageIds, (row) => ({
      ...row,
      state: 'unsure',
      unsureSince: row.unsureSince ?? at,
    })),
  postpone(tx, postponed) {
    const wanted = new Map(postponed.map((one) => [one.messageId, one]));
    return update(tx, 'postpone', [...wanted.keys()], (row) => ({
      ...row,
      state: 'queued',
      attemptKey: null,
      unsureSince: null,
      notBefore: wanted.get(row.messageId)?.notBefore ?? row.notBefore,
      yields: wanted.get(row.messageId)?.yields ?? false,
    }));
  },
  moveDeadlines(tx, moved) {
    const dates = new Map(moved.map(({ messageId, deadlineAt }) => [messageId, deadlineAt]));
    return update(tx, 'moveDeadlines', [...dates.keys()], (row) => ({
      ...row,
      deadlineAt: dates.get(row.messageId) ?? row.deadlineAt,
    }));
  },
  moveOutbox: (tx, { from, into }) =>
    statement(tx, 'moveOutbox', (rows) => {
      for (const row of lockWhere(rows, ({ conversationId }) => conversationId === from)) {
        rows.put('outbox', row.messageId, { ...row, conversationId: into });
      }
    }),
  deleteFromOutbox: (tx, messageIds) =>
    statement(tx, 'deleteFromOutbox', (rows) => {
      for (const { messageId } of lockRows(rows, messageIds)) rows.remove('outbox', messageId);
    }),
  deleteAccepted: (tx, messageIds, attemptKeys, at) =>
    statement(tx, 'deleteAccepted', (rows) => {
      for (const row of lockRows(rows, messageIds)) {
        const { messageId, state, attemptKey } = row;
        if (state === 'dispatched' && !attemptKeys.includes(attemptKey ?? '')) continue;
        if (!row.waitsForDelivery) rows.remove('outbox', messageId);
        else if (state !== 'awaiting') {
          rows.put('outbox', messageId, { ...row, state: 'awaiting', attemptKey: null, acceptedAt: at });
        }
      }
    }),
  deleteAwaiting: (tx, messageIds) =>
    statement(tx, 'deleteAwaiting', (rows) => {
      for (const { messageId, channelId, state } of lockRows(rows, messageIds)) {
        if (state !== 'awaiting') continue;
        rows.remove('outbox', messageId);
        tx.wake('outbox', `${tx.workspaceId}/${channelId}`);
      }
    }),
  endWaiting: (tx, channelId, before) =>
    statement(tx, 'endWaiting', (rows) => {
      const isOver = (row: OutboxRow) =>
        row.channelId === channelId &&
        row.state === 'awaiting' &&
        row.acceptedAt !== null &&
        row.acceptedAt <= before;
      for (const { messageId } of lockWhere(rows, isOver)) rows.remove('outbox', messageId);
    }),
  // Who stands behind whom is worked out anew at each look: marks of it are PostgreSQL's own, and tested there.
  releaseForgotten: () => Promise.resolve(),
};

/** Whether another that is queued goes before it. */
export function isBehindQueued(outbox: readonly OutboxRow[], row: OutboxRow, nowMs = 0): boolean {
  return outbox.some(
    (earlier) =>
      earlier.conversationId === row.conversationId &&
      earlier.state === 'queued' &&
      byPriority(earlier, row) < 0 &&
      !(earlier.yields && earlier.notBefore.getTime() > nowMs),
  );
}

/** Replies before automations before campaigns, each in the order in which they were queued. */
function byPriority(one: OutboxRow, other: OutboxRow): number {
  return one.priority - other.priority || byPosition(one, other);
}

export function byPosition(one: OutboxRow, other: OutboxRow): number {
  return one.position - other.position;
}

/** Locks what fits, and looks at it again as it is then. */
function lockWhere(rows: MemoryTransaction, fits: (row: OutboxRow) => boolean): readonly OutboxRow[] {
  return rows
    .all('outbox')
    .filter(fits)
    .sort((one, other) => (one.messageId < other.messageId ? -1 : 1))
    .map(({ messageId }) => rows.lock('outbox', messageId))
    .filter(isPresent)
    .filter(fits);
}

function lockRows(rows: MemoryTransaction, messageIds: readonly string[]): readonly OutboxRow[] {
  return messageIds
    .filter((messageId) => rows.get('outbox', messageId) !== undefined)
    .map((messageId) => rows.lock('outbox', messageId))
    .filter(isPresent);
}

function update(
  tx: Parameters<typeof statement>[0],
  name: string,
  messageIds: readonly string[],
  change: (row: OutboxRow) => OutboxRow,
): Promise<void> {
  return statement(tx, name, (rows) => {
    for (const row of lockRows(rows, messageIds)) rows.put('outbox', row.messageId, change(row));
  });
}

function isPresentWork({ state }: OutboxRow): boolean {
  return state !== 'scheduled';
}

function isOpen({ state }: OutboxRow): boolean {
  return state === 'dispatched' || state === 'unsure';
}
