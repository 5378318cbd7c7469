import type { Invariant } from './invariant.ts';

/** Every event for a hook was delivered at least once, signed, under the one id it has. */
export const i09Hooks: Invariant = {
  id: 'I9',
  when: 'over',
  async check({ stage: { database, hooks } }) {
    if (!hooks) {
      const says = 'every event for a hook delivered';
      return [{ invariant: 'I9', says, broken: [], notApplicable: 'this stage has no hook' }];
    }
    const rows = await database.query<{ id: string; state: string }>(
      'select event_id::text as id, state from hook_deliveries',
    );
    const known = new Set(rows.map(({ id }) => id));
    return [
      {
        invariant: 'I9',
        says: `every event for a hook delivered (${rows.length})`,
        broken: rows.flatMap(({ id, state }) => (hooks.taken.has(id) ? [] : [`event ${id} is ${state}`])),
        about: [],
      },
      {
        invariant: 'I9',
        says: 'every delivery signed',
        broken: hooks.unsigned.map((id) => `event ${id}`),
        about: [],
      },
      {
        invariant: 'I9',
        says: 'every event under the id it has',
        broken: [...hooks.taken.keys()].filter((id) => !known.has(id)).map((id) => `event ${id}`),
        about: [],
      },
    ];
  },
};
