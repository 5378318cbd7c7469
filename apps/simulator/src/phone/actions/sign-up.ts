import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { signUp } from '../../world/accounts/sign-up.ts';
import { phoneAction } from './action.ts';

/** Signs up to marketing inside WhatsApp. */
export const signUpAction = phoneAction({
  schema: z.strictObject({ phoneNumberId: z.string(), signupId: z.string() }),
  run(input, { runtime: { simulation }, customer }) {
    if (signUp(simulation, { ...input, waId: customer.waId })) return { signupId: input.signupId };
    throw new Refusal(404, `No sign-up ${input.signupId} of this business`);
  },
});
