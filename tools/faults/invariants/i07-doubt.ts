import type { Invariant } from './invariant.ts';

/** Unconfirmed at most what was under way at the deaths and cuts; and nothing the provider has. */
export const i07Doubt: Invariant = {
  id: 'I7',
  when: 'over',
  async check({ stage: { database, record }, accepted }) {
    const unconfirmed = await database.query<{ id: string; keys: string[] }>(
      `select message.id::text, array_agg(attempt.attempt_key) as keys
       from messages message join attempts attempt
         on attempt.workspace_id = message.workspace_id and attempt.message_id = message.id
       where message.state = 'unconfirmed' group by 1`,
    );
    const unexplained = unconfirmed.filter(({ keys }) => !keys.some((key) => record.inDoubt.has(key)));
    const atProvider = new Set(accepted.map(({ attempt }) => attempt?.message_id));
    const ids = unconfirmed.map(({ id }) => id);
    return [
      {
        invariant: 'I7',
        says: `unconfirmed (${ids.length}) only what a death (${record.inDoubt.size}) or a cut (${record.cutCalls}) left in doubt`,
        broken: unexplained.length <= record.cutCalls ? [] : unexplained.map(({ id }) => id),
      },
      {
        invariant: 'I7',
        says: 'nothing unconfirmed that was accepted',
        broken: ids.filter((id) => atProvider.has(id)),
      },
    ];
  },
};
