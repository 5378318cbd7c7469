import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { countryOf } from '../../world/user-id.ts';
import { tellOfSystemChange } from '../tell-of-system-change.ts';
import { phoneAction } from './action.ts';

/** The person takes a new number and keeps the chats. Businesses are told; the user id is a new one, too. */
export const changeNumberAction = phoneAction({
  schema: z.strictObject({ waId: z.string().regex(/^\d{5,15}$/, 'must be 5 to 15 digits, without +') }),
  run({ waId }, { runtime: { simulation }, customer: before }) {
    if (simulation.world.customers.has(waId)) throw new Refusal(409, `+${waId} belongs to somebody else`);
    const userId = `${countryOf(waId)}.${simulation.random.digits(20)}`;
    const after = { ...before, waId, userId };
    tellOfSystemChange(simulation, before, ({ idOf }) => ({
      ...(before.phoneHidden ? {} : { from: before.waId }),
      from_user_id: idOf(before),
      system: {
        body: `User ${before.name} changed from ${before.waId} to ${waId}`,
        ...(before.phoneHidden ? {} : { wa_id: waId }),
        user_id: idOf(after),
        previous_user_id: idOf(before),
        type: 'user_changed_number',
      },
    }));
    simulation.commit({ kind: 'number-changed', from: before.waId, customer: after });
    return { waId };
  },
});
