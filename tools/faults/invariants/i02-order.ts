import type { Invariant } from './invariant.ts';

/** Per contact no inversion of the provider's timestamps. */
export const i02Order: Invariant = {
  id: 'I2',
  when: 'always',
  async check({ stage: { database } }) {
    const inversions = await database.query<{ id: string }>(
      `select id from (
         select provider_message_id as id, provider_at,
                lag(provider_at) over (partition by workspace_id, conversation_id order by shown_at, arrival) as before
         from messages where direction = 'inbound') ordered where before > provider_at`,
    );
    return [{ invariant: 'I2', says: 'nothing out of order', broken: inversions.map(({ id }) => id) }];
  },
};
