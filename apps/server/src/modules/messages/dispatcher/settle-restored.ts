import type { Clock } from '#platform/clock';
import type { Database, TenantTransaction } from '#platform/database';
import { createProblem } from '#platform/errors';
import { sendStore } from '../send-store.ts';
import { becomeUnsure } from './settle.ts';
import { lockRestored, markUnsureRestored, type RestoredSend } from './store/store-restored.ts';
import { failMessages } from './write-outcomes.ts';

export interface RestoredSends {
  /** Was under way: a status may still prove it, else it becomes unconfirmed. */
  readonly unsure: number;
  /** A person decides about each. */
  readonly unconfirmed: number;
}

const batchSize = 500;

/**
 * Decides about the sends of a restored backup, before anything may be sent again. The system that it was taken of went on
 * for a while: what was under way is unsure, and what was queued may have been sent since. So a person decides about each,
 * unless `sendsQueued`: somebody knows that nothing was sent after the backup. Nothing here is ever queued again.
 */
export async function settleRestored(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  workspaceId: string,
  { sendsQueued }: { readonly sendsQueued: boolean },
): Promise<RestoredSends> {
  const total = { unsure: 0, unconfirmed: 0 };
  for (;;) {
    const settled = await database.inTenant(workspaceId, async (tx) => {
      const rows = await lockRestored(tx, { queued: !sendsQueued, limit: batchSize });
      return settleBatch(tx, rows, clock.now());
    });
    total.unsure += settled.unsure;
    total.unconfirmed += settled.unconfirmed;
    if (settled.unsure + settled.unconfirmed < batchSize) break;
  }
  await database.inTenant(workspaceId, markUnsureRestored);
  return total;
}

async function settleBatch(
  tx: TenantTransaction,
  rows: readonly RestoredSend[],
  at: Date,
): Promise<RestoredSends> {
  const begun = rows.filter(({ state, attemptKey }) => state === 'dispatched' && attemptKey !== null);
  const others = rows.filter((row) => !begun.includes(row));
  if (begun.length > 0) {
    const error = { outcome: 'unsure', details: 'The system was restored from a backup.' };
    const attempts = begun.flatMap(({ attemptKey }) =>
      attemptKey === null ? [] : [{ attemptKey, state: 'unsure' as const, error }],
    );
    await sendStore.closeAttempts(tx, attempts, at);
    await becomeUnsure(
      sendStore,
      tx,
      begun.map(({ messageId }) => messageId),
      at,
    );
  }
  if (others.length > 0) {
    await failMessages(
      sendStore,
      tx,
      others.map(({ messageId }) => ({ messageId, state: 'unconfirmed', problem: mayHaveBeenSent })),
    );
  }
  return { unsure: begun.length, unconfirmed: others.length };
}

const mayHaveBeenSent = createProblem('send_unconfirmed', {
  detail: {
    en: 'It was waiting when the backup was taken, from which this system was restored, and may have been sent since.',
    ja: 'この環境の復元に使ったバックアップの時点で待機中でした。その後に送信された可能性があります。',
  },
});
