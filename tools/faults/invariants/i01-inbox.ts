import type { Invariant } from './invariant.ts';

/** Every id answered 200 is in the inbox exactly once; nobody else's word is. */
export const i01Inbox: Invariant = {
  id: 'I1',
  when: 'always',
  async check({ stage: { database, record } }) {
    const rows = await database.query<{ id: string; times: string }>(
      `select provider_message_id as id, count(*) as times from messages where direction = 'inbound' group by 1`,
    );
    const times = new Map(rows.map((row) => [row.id, Number(row.times)]));
    const written = record.written.map(({ id }) => id);
    const quarantined = await database.query<{ reason: string }>(
      `select raw_event_id || ': ' || coalesce(reason, '') as reason from raw_event_jobs where quarantined_at is not null`,
    );
    const outbound = await database.query<{ id: string }>(
      `select id::text from messages where direction = 'outbound'`,
    );
    const known = new Set(outbound.map(({ id }) => id));
    const twice = await database.query<{ ids: string }>(
      `select string_agg(id::text, ' ') as ids from messages where direction = 'outbound' and idempotency_key is not null
       group by workspace_id, idempotency_key having count(*) > 1`,
    );
    return [
      { invariant: 'I1', says: 'nothing lost', broken: written.filter((id) => !times.has(id)) },
      { invariant: 'I1', says: 'nothing doubled', broken: written.filter((id) => (times.get(id) ?? 0) > 1) },
      { invariant: 'I1', says: 'nothing forged let in', broken: record.forged.filter((id) => times.has(id)) },
      { invariant: 'I1', says: 'nothing in quarantine', broken: quarantined.map(({ reason }) => reason) },
      {
        invariant: 'I1',
        says: 'every accepted request is a message',
        broken: record.requested.flatMap(({ messageId }) => (known.has(messageId) ? [] : [messageId])),
      },
      { invariant: 'I1', says: 'one key is one message', broken: twice.map(({ ids }) => ids) },
    ];
  },
};
