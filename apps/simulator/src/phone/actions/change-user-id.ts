import { z } from 'zod';
import { countryOf } from '../../world/user-id.ts';
import { tellOfSystemChange } from '../tell-of-system-change.ts';
import { phoneAction } from './action.ts';

/** Only the business-scoped user id changes: the message names no number at all. */
export const changeUserIdAction = phoneAction({
  schema: z.strictObject({}),
  run(_input, { runtime: { simulation }, customer: before }) {
    const after = { ...before, userId: `${countryOf(before.waId)}.${simulation.random.digits(20)}` };
    tellOfSystemChange(simulation, before, ({ idOf }) => ({
      from_user_id: idOf(before),
      system: {
        body: `User changed from ${idOf(before)} to ${idOf(after)}`,
        user_id: idOf(after),
        previous_user_id: idOf(before),
        type: 'user_changed_user_id',
      },
    }));
    simulation.commit({ kind: 'entities', entities: { customers: [after] } });
    return { userId: after.userId };
  },
});
