import { type Invariant, tableExists } from './invariant.ts';

/** Every event of a hook delivered at least once, signed, under one id. */
export const i09Hooks: Invariant = {
  id: 'I9',
  when: 'over',
  async check({ stage }) {
    const says = 'every hook event delivered';
    if (!(await tableExists(stage, 'hook_deliveries'))) {
      return [{ invariant: 'I9', says, broken: [], notApplicable: 'no such feature yet: hooks' }];
    }
    const pending = await stage.database.query<{ id: string }>(
      `select id::text from hook_deliveries where state not in ('delivered', 'disabled')`,
    );
    return [{ invariant: 'I9', says, broken: pending.map(({ id }) => id) }];
  },
};
