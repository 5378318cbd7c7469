import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { userAnswers, userCalls, userHangsUp, userRejects } from '../../world/calls/calls.ts';
import type { World } from '../../world/world.ts';
import { requirePhoneNumber } from '../require-phone-number.ts';
import { phoneAction } from './action.ts';

const reasons = {
  calling_disabled: 'This business cannot be called',
  blocked: 'This business has blocked the number',
  busy: 'There is a call with this business already',
} as const;

/** Calls the business; answers with the call, which rings from now on. */
export const callAction = phoneAction({
  schema: z.strictObject({
    phoneNumberId: z.string(),
    sdp: z.string().optional(),
    deeplinkPayload: z.string().optional(),
    ctaPayload: z.string().optional(),
  }),
  run(input, { runtime: { simulation }, customer }) {
    requirePhoneNumber(simulation.world, input.phoneNumberId);
    const call = userCalls(simulation, { ...input, waId: customer.waId });
    if (typeof call === 'string') throw new Refusal(409, reasons[call]);
    return { callId: call.id };
  },
});

const callSchema = z.strictObject({ callId: z.string() });

/** Picks up a call of the business. */
export const answerCallAction = phoneAction({
  schema: callSchema,
  run({ callId }, { runtime: { simulation }, customer }) {
    requireOwnCall(simulation.world, callId, customer.waId);
    if (!userAnswers(simulation, callId)) throw new Refusal(409, 'This call does not ring any more');
    return { callId };
  },
});

export const rejectCallAction = phoneAction({
  schema: callSchema,
  run({ callId }, { runtime: { simulation }, customer }) {
    requireOwnCall(simulation.world, callId, customer.waId);
    if (!userRejects(simulation, callId)) throw new Refusal(409, 'This call does not ring any more');
    return { callId };
  },
});

export const hangUpAction = phoneAction({
  schema: callSchema,
  run({ callId }, { runtime: { simulation }, customer }) {
    requireOwnCall(simulation.world, callId, customer.waId);
    if (!userHangsUp(simulation, callId)) throw new Refusal(409, 'This call is over');
    return { callId };
  },
});

function requireOwnCall(world: World, callId: string, waId: string): void {
  if (world.calls.get(callId)?.waId !== waId) throw new Refusal(404, `No call ${callId}`);
}
