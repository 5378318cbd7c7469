import { z } from 'zod';
import { notify } from '../../webhooks/notify.ts';
import { renderContact } from '../../webhooks/render-inbound.ts';
import { getChoices } from '../../world/records/phones.ts';
import { userIdIn } from '../../world/user-id.ts';
import { requirePhoneNumber } from '../require-phone-number.ts';
import { phoneAction } from './action.ts';

/** Stops or resumes the marketing messages of one business, which is told by `user_preferences`. */
export const marketingAction = phoneAction({
  schema: z.strictObject({ phoneNumberId: z.string(), value: z.enum(['stop', 'resume']) }),
  run({ phoneNumberId, value }, { runtime: { simulation }, customer }) {
    const { world, clock } = simulation;
    const phoneNumber = requirePhoneNumber(world, phoneNumberId);
    const { waId } = customer;
    const choices = { ...getChoices(world, phoneNumberId, waId), marketingStopped: value === 'stop' };
    simulation.commit({ kind: 'chosen', phoneNumberId, waId, choices });
    notify(simulation, {
      phoneNumberId,
      waId,
      field: 'user_preferences',
      value: {
        contacts: renderContact(world, phoneNumber, waId),
        user_preferences: [
          {
            ...(customer.phoneHidden ? {} : { wa_id: waId }),
            user_id: userIdIn(world, customer, phoneNumber),
            detail: `User requested to ${value} marketing messages`,
            category: 'marketing_messages',
            value,
            // A number here, where most fields of Meta have a string.
            timestamp: Math.floor(clock.now() / 1000),
          },
        ],
      },
    });
    return { value };
  },
});
