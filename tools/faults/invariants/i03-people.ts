import type { Invariant } from './invariant.ts';

/** One contact per (number, contact key), one conversation of each, and every message under the one who wrote it. */
export const i03People: Invariant = {
  id: 'I3',
  when: 'always',
  async check({ stage: { database, record } }) {
    const all = [...record.written, ...record.stale];
    const misfiled = await database.query<{ id: string }>(
      `select message.provider_message_id as id
       from unnest($1::text[], $2::text[]) as sender (id, wa_id)
       join messages message on message.provider_message_id = sender.id
       where not exists (select from identities identity
         where identity.workspace_id = message.workspace_id and identity.contact_id = message.contact_id
           and identity.kind = 'wa_id' and identity.value = sender.wa_id)`,
      [all.map(({ id }) => id), all.map(({ waId }) => waId)],
    );
    const astray = await database.query<{ id: string }>(
      `select message.provider_message_id as id
       from unnest($1::text[], $2::text[]) as sender (id, phone_number_id)
       join messages message on message.provider_message_id = sender.id
       join channels channel on channel.workspace_id = message.workspace_id and channel.id = message.channel_id
       where channel.phone_number_id <> sender.phone_number_id`,
      [all.map(({ id }) => id), all.map(({ phoneNumberId }) => phoneNumberId)],
    );
    const twins = await database.query<{ value: string }>(
      `select contact_id::text as value from conversations group by workspace_id, channel_id, contact_id having count(*) > 1
       union all
       select value from identities group by workspace_id, kind, value having count(distinct contact_id) > 1`,
    );
    return [
      { invariant: 'I3', says: 'nothing misfiled', broken: misfiled.map(({ id }) => id) },
      { invariant: 'I3', says: 'nothing at another number', broken: astray.map(({ id }) => id) },
      { invariant: 'I3', says: 'one contact per identity', broken: twins.map(({ value }) => value) },
    ];
  },
};
