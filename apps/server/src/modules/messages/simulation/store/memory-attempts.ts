import type { SendStore } from '../../send-store.ts';
import type { MemoryTransaction } from './memory-database.ts';
import { isPresent, statement } from './statement.ts';

type Attempts = Pick<
  SendStore,
  | 'insertAttempts'
  | 'lockAttempts'
  | 'lockAttemptsOf'
  | 'lockOrphanedAttempts'
  | 'acceptAttempts'
  | 'closeAttempts'
  | 'findMessagesByAttemptKeys'
  | 'countLaterSends'
>;

export const memoryAttempts: Attempts = {
  insertAttempts: (tx, channelId, attempts, at) =>
    statement(tx, 'insertAttempts', (rows) => {
      for (const { attemptKey, messageId } of attempts) {
        rows.put('attempts', attemptKey, {
          attemptKey,
          messageId,
          channelId,
          state: 'dispatched',
          providerMessageId: null,
          dispatchedAt: at,
        });
      }
    }),
  lockAttempts: (tx, attemptKeys) =>
    statement(tx, 'lockAttempts', (rows) => {
      lockInOrder(rows, attemptKeys);
    }),
  lockAttemptsOf: (tx, messageId) =>
    statement(tx, 'lockAttemptsOf', (rows) => {
      const ofMessage = rows.all('attempts').filter((row) => row.messageId === messageId);
      lockInOrder(
        rows,
        ofMessage.map(({ attemptKey }) => attemptKey),
      );
    }),
  lockOrphanedAttempts: (tx, lease) =>
    statement(tx, 'lockOrphanedAttempts', (rows) => {
      const keys = rows
        .all('outbox')
        .filter(
          ({ channelId, state, fence }) =>
            channelId === lease.channelId && state === 'dispatched' && Number(fence) < Number(lease.fence),
        )
        .flatMap(({ attemptKey }) => attemptKey ?? []);
      lockInOrder(rows, keys);
    }),
  acceptAttempts: (tx, acceptances) =>
    statement(tx, 'acceptAttempts', (rows) => {
      const locked = acceptances.map((acceptance) => ({
        ...acceptance,
        row: rows.get('attempts', acceptance.attemptKey) && rows.lock('attempts', acceptance.attemptKey),
      }));
      return locked.flatMap(({ attemptKey, providerMessageId, row }) => {
        if (!row || row.state === 'accepted') return [];
        rows.put('attempts', attemptKey, { ...row, state: 'accepted', providerMessageId });
        return [{ attemptKey, providerMessageId, messageId: row.messageId, channelId: row.channelId }];
      });
    }),
  closeAttempts: (tx, ended) =>
    statement(tx, 'closeAttempts', (rows) => {
      const locked = ended.map(({ attemptKey, state }) => ({
        state,
        row: rows.lock('attempts', attemptKey),
      }));
      for (const { state, row } of locked) {
        if (row?.state !== 'dispatched' && row?.state !== 'unsure') continue;
        rows.put('attempts', row.attemptKey, { ...row, state });
      }
    }),
  findMessagesByAttemptKeys: (tx, attemptKeys) =>
    statement(tx, 'findMessagesByAttemptKeys', (rows) => {
      const found = attemptKeys.map((key) => rows.get('attempts', key)).filter(isPresent);
      return new Map(found.map((row) => [row.attemptKey, row]));
    }),
  countLaterSends: (tx, channelId, attemptKey, limit) =>
    statement(tx, 'countLaterSends', (rows) => {
      const since = rows.get('attempts', attemptKey)?.dispatchedAt;
      const told = new Set(rows.all('statuses').map(({ providerMessageId }) => providerMessageId));
      const later = rows
        .all('attempts')
        .filter(
          (row) =>
            row.channelId === channelId &&
            row.state === 'accepted' &&
            since !== undefined &&
            row.dispatchedAt > since,
        )
        .sort((one, other) => one.dispatchedAt.getTime() - other.dispatchedAt.getTime())
        .slice(0, limit);
      return {
        sends: later.length,
        withStatus: later.filter(({ providerMessageId }) => told.has(providerMessageId ?? '')).length,
      };
    }),
};

/** One order for everybody: that in which they were made, since keys are drawn by chance that no seed decides. */
function lockInOrder(rows: MemoryTransaction, attemptKeys: readonly string[]): void {
  const wanted = new Set(attemptKeys);
  for (const { attemptKey } of rows.all('attempts')) {
    if (wanted.has(attemptKey)) rows.lock('attempts', attemptKey);
  }
}
