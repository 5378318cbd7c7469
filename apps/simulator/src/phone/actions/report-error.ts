import { z } from 'zod';
import { notify } from '../../webhooks/notify.ts';
import { describeFailure } from '../../world/messages/failure.ts';
import { requirePhoneNumber } from '../require-phone-number.ts';
import { phoneAction } from './action.ts';

/** Meta itself has trouble with a number: `errors` at the level of the value, without a message. */
export const reportErrorAction = phoneAction({
  schema: z.strictObject({ phoneNumberId: z.string(), code: z.int().default(130429) }),
  run({ phoneNumberId, code }, { runtime: { simulation } }) {
    requirePhoneNumber(simulation.world, phoneNumberId);
    notify(simulation, { phoneNumberId, field: 'messages', value: { errors: [describeFailure(code)] } });
    return { code };
  },
});
