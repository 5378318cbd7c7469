import { z } from 'zod';
import { getChoices } from '../../world/records/phones.ts';
import { requirePhoneNumber } from '../require-phone-number.ts';
import { phoneAction } from './action.ts';

/** Blocks a business, or no longer: nothing it sends arrives meanwhile. A report may go with it. */
export const blockAction = phoneAction({
  schema: z.strictObject({
    phoneNumberId: z.string(),
    blocked: z.boolean(),
    report: z.boolean().default(false),
  }),
  run({ phoneNumberId, blocked, report }, { runtime: { simulation, progress }, customer: { waId } }) {
    const { world, clock } = simulation;
    requirePhoneNumber(world, phoneNumberId);
    const before = getChoices(world, phoneNumberId, waId);
    const choices = { ...before, blocked, ...(report ? { reportedAt: clock.now() } : {}) };
    simulation.commit({ kind: 'chosen', phoneNumberId, waId, choices });
    if (!blocked) progress.deliverWaiting(waId);
    return { blocked };
  },
});
