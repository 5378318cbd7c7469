import type { SendStore } from '../../send-store.ts';
import { isPresent, statement } from './statement.ts';

type Messages = Pick<
  SendStore,
  | 'markSent'
  | 'writeOutcomes'
  | 'applyReactions'
  | 'readRecentMarketing'
  | 'readSameSent'
  | 'readPersonAnswers'
  | 'readFreeEntryPoints'
  | 'readRefused'
  | 'writeVerdicts'
  | 'findConversations'
  | 'findUnreachable'
  | 'findReferencedMessages'
  | 'findByIdempotencyKeys'
  | 'insertOutboundMessages'
  | 'showAsLastMessages'
  | 'lockMessage'
  | 'queueAgain'
  | 'cancelQueued'
>;

export const memoryMessages: Messages = {
  markSent: (tx, accepted) =>
    statement(tx, 'markSent', (rows) => {
      const locked = accepted.map((one) => ({ ...one, row: rows.lock('messages', one.messageId) }));
      return locked.flatMap(({ messageId, channelId, providerMessageId, row }) => {
        if (!row || row.providerMessageId !== null) return [];
        rows.put('messages', messageId, { ...row, state: 'sent', failure: null, providerMessageId });
        return [{ messageId, channelId, providerMessageId, conversationId: row.conversationId }];
      });
    }),
  writeOutcomes: (tx, outcomes) =>
    statement(tx, 'writeOutcomes', (rows) => {
      const locked = outcomes.map((one) => ({ ...one, row: rows.lock('messages', one.messageId) }));
      return locked.flatMap(({ messageId, state, problem, row }) => {
        if (!row || row.providerMessageId !== null) return [];
        rows.put('messages', messageId, { ...row, state, failure: problem });
        return [{ messageId, conversationId: row.conversationId }];
      });
    }),
  applyReactions: () => Promise.resolve([]),
  findConversations: (tx, conversationIds) =>
    statement(tx, 'findConversations', (rows) => {
      const nothing = { assigneeId: null, recipientUserId: null, recipientGroupId: null };
      const unread = { lastInboundProviderMessageId: null, unreadCount: 0 };
      const found = conversationIds.map((id) => rows.get('conversations', id)).filter(isPresent);
      return new Map(found.map((row) => [row.id, { ...row, ...nothing, ...unread }]));
    }),
  // The rules that ask these are tested by tables; here nothing is marketing, twice the same, or from an advertisement.
  readRecentMarketing: () => Promise.resolve(new Map()),
  readSameSent: (_tx, queries) => Promise.resolve(queries.map(() => null)),
  readPersonAnswers: () => Promise.resolve(new Map()),
  readFreeEntryPoints: () => Promise.resolve(new Map()),
  readRefused: () => Promise.resolve([]),
  writeVerdicts: () => Promise.resolve(),
  // Only asked when a person sends; 131026 keeps nobody from sending in the simulation.
  findUnreachable: () => Promise.resolve(new Map()),
  async findReferencedMessages(tx, messageIds) {
    if (messageIds.length === 0) return new Map();
    return statement(tx, 'findReferencedMessages', (rows) => {
      const found = messageIds.map((id) => rows.get('messages', id)).filter(isPresent);
      return new Map(found.map((row) => [row.id, row]));
    });
  },
  async findByIdempotencyKeys(tx, keys) {
    if (keys.length === 0) return new Map();
    return statement(tx, 'findByIdempotencyKeys', (rows) => {
      const found = rows.all('messages').filter((row) => keys.includes(row.idempotencyKey ?? ''));
      return new Map(found.map((row) => [row.idempotencyKey ?? '', row]));
    });
  },
  insertOutboundMessages: (tx, messages) =>
    statement(tx, 'insertOutboundMessages', (rows) => {
      for (const { id, conversation, content, problem, idempotencyKey, at, ...message } of messages) {
        if (idempotencyKey !== null) {
          rows.takeUnique('messages_idempotency_key', idempotencyKey, () =>
            rows.database.find('messages', (row) => row.idempotencyKey === idempotencyKey),
          );
        }
        rows.put('messages', id, {
          id,
          conversationId: conversation.id,
          channelId: conversation.channelId,
          content,
          state: 'queued',
          failure: problem,
          providerMessageId: null,
          idempotencyKey,
          origin: message.origin,
          purpose: null,
          waitsForDelivery: message.waitsForDelivery,
          shownAt: at,
          resends: 0,
        });
      }
    }),
  showAsLastMessages: (tx, messages) =>
    statement(tx, 'showAsLastMessages', (rows) => {
      const locked = messages.map((one) => ({ ...one, row: rows.lock('conversations', one.conversationId) }));
      for (const { conversationId, messageId, row } of locked) {
        if (row) rows.put('conversations', conversationId, { ...row, lastMessageId: messageId });
      }
    }),
  lockMessage: (tx, messageId) =>
    statement(tx, 'lockMessage', (rows) => {
      const row = rows.lock('messages', messageId);
      return row && { ...row, direction: 'outbound', origin: row.origin ?? 'inbox' };
    }),
  cancelQueued: (tx, messageIds) =>
    statement(tx, 'cancelQueued', (rows) => {
      const isWaiting = (id: string) =>
        ['queued', 'scheduled'].includes(rows.get('outbox', id)?.state ?? '') &&
        ['queued', 'scheduled'].includes(rows.lock('outbox', id)?.state ?? '');
      const taken = messageIds.filter(isWaiting);
      const messages = taken.map((id) => rows.lock('messages', id)).filter(isPresent);
      for (const id of taken) rows.remove('outbox', id);
      return messages.map((row) => {
        rows.put('messages', row.id, { ...row, state: 'cancelled', failure: null });
        return { messageId: row.id, conversationId: row.conversationId };
      });
    }),
  queueAgain: (tx, messageId, problem) =>
    statement(tx, 'queueAgain', (rows) => {
      const row = rows.lock('messages', messageId);
      if (!row) return;
      rows.put('messages', messageId, {
        ...row,
        state: 'queued',
        failure: problem,
        providerMessageId: null,
        origin: row.origin === 'automation' || row.origin === 'assistant' ? 'inbox' : row.origin,
        resends: row.resends + 1,
      });
    }),
};
