import type { Invariant } from './invariant.ts';

/** After the liveness phase nothing is under way, in no table. */
export const i06NothingHangs: Invariant = {
  id: 'I6',
  when: 'over',
  async check({ stage: { database } }) {
    const messages = await database.query<{ id: string; state: string }>(
      `select id::text, state from messages
       where direction = 'outbound' and state in ('queued', 'claimed', 'dispatched', 'unsure')`,
    );
    const rows = await database.query<{ id: string; state: string }>(
      `select message_id::text as id, state from outbox`,
    );
    const attempts = await database.query<{ id: string; key: string }>(
      `select message_id::text as id, attempt_key as key from attempts where state = 'dispatched'`,
    );
    const files = await database.query<{ id: string }>(`select id::text from media where state = 'pending'`);
    return [
      {
        invariant: 'I6',
        says: 'no message left hanging',
        broken: messages.map(({ id, state }) => `${id} is ${state}`),
        about: messages.map(({ id }) => id),
      },
      {
        invariant: 'I6',
        says: 'nothing left in the outbox',
        broken: rows.map(({ id, state }) => `${id} is ${state}`),
        about: rows.map(({ id }) => id),
      },
      {
        invariant: 'I6',
        says: 'no attempt whose end nobody wrote down',
        broken: attempts.map(({ id, key }) => `${key} of ${id}`),
        about: attempts.map(({ id }) => id),
      },
      { invariant: 'I6', says: 'no file left half way', broken: files.map(({ id }) => id) },
    ];
  },
};
