import type { StatusStore } from '../../inbound/store-statuses.ts';
import type { SendStore } from '../../send-store.ts';
import { portOf } from '../engine/port-of.ts';
import { memoryAttempts } from './memory-attempts.ts';
import { memoryCandidates } from './memory-candidates.ts';
import { memoryLeases } from './memory-leases.ts';
import { memoryMessages } from './memory-messages.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { memoryRates } from './memory-rates.ts';
import { isPresent, statement } from './statement.ts';

/** What sending keeps, in memory: each function does to rows what its SQL does to tables. */
export const memorySendStore = portOf<SendStore>('context.store', {
  ...memoryLeases,
  ...memoryOutbox,
  ...memoryCandidates,
  ...memoryAttempts,
  ...memoryRates,
  ...memoryMessages,
  // Numbers of the simulation have no messaging limit.
  releasePromised: () => Promise.resolve(),
  deleteStarts: () => Promise.resolve(),
});

export const memoryStatusStore: StatusStore = {
  insertStatuses: (tx, statuses) =>
    statement(tx, 'insertStatuses', (rows) => {
      const keyOf = (status: (typeof statuses)[number]) =>
        `${status.channelId} ${status.providerMessageId} ${status.status} ${status.recipient}`;
      const fresh = new Map(statuses.toReversed().map((status) => [keyOf(status), status]));
      for (const key of fresh.keys()) rows.lock('statuses', key);
      const inserted = [...fresh].reverse().filter(([key]) => rows.get('statuses', key) === undefined);
      return inserted.map(([key, status]) => {
        const { channelId, providerMessageId, recipient, refusals, toldAt } = status;
        rows.put('statuses', key, {
          channelId,
          providerMessageId,
          status: status.status,
          recipient,
          refusals,
          toldAt,
        });
        return {
          channel_id: channelId,
          provider_message_id: providerMessageId,
          attempt_key: status.attemptKey,
        };
      });
    }),
  readMessagesWithStatuses: (tx, places) =>
    statement(tx, 'readMessagesWithStatuses', (rows) => {
      const isAt = (row: { channelId: string; providerMessageId: string | null }) =>
        places.some(
          (place) => place.channelId === row.channelId && place.providerMessageId === row.providerMessageId,
        );
      return rows
        .all('messages')
        .filter(isAt)
        .map(({ id }) => rows.lock('messages', id))
        .filter(isPresent)
        .filter(isAt)
        .map((message) => ({
          id: message.id,
          conversation_id: message.conversationId,
          contact_id: rows.get('conversations', message.conversationId)?.contactId ?? '',
          channel_id: message.channelId,
          template_name: message.content.kind === 'template' ? message.content.name : null,
          state: message.state,
          failure: message.failure,
          is_awaited: rows.get('outbox', message.id)?.state === 'awaiting',
          is_last: rows.get('conversations', message.conversationId)?.lastMessageId === message.id,
          statuses: rows
            .all('statuses')
            .filter(
              (told) =>
                told.channelId === message.channelId && told.providerMessageId === message.providerMessageId,
            )
            .map(({ status, refusals, toldAt }) => ({
              status,
              told_at: toldAt.toISOString(),
              errors: refusals.length === 0 ? null : refusals,
              participant: null,
            })),
        }));
    }),
  updateMessageStates: async (tx, changes) => {
    if (changes.length === 0) return;
    await statement(tx, 'updateMessageStates', (rows) => {
      const locked = changes.map((change) => ({ ...change, row: rows.lock('messages', change.id) }));
      for (const { id, state, failure, row } of locked) {
        if (row) rows.put('messages', id, { ...row, state, failure });
      }
    });
  },
};
