import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import { renderContact } from '../../webhooks/render-inbound.ts';
import { userIdIn } from '../user-id.ts';

/** A person signs up: told as `user_preferences`. False when the sign-up or the number is not there, or it is disabled. */
export function signUp(
  simulation: Simulation,
  { signupId, phoneNumberId, waId }: Readonly<Record<'signupId' | 'phoneNumberId' | 'waId', string>>,
): boolean {
  const { world, clock } = simulation;
  const signup = world.signups.get(signupId);
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  const customer = world.customers.get(waId);
  const isOwn = signup?.wabaId === phoneNumber?.wabaId;
  if (signup?.status !== 'ACTIVE' || !phoneNumber || !customer || !isOwn) return false;
  notify(simulation, {
    field: 'user_preferences',
    phoneNumberId,
    waId,
    value: {
      contacts: renderContact(world, phoneNumber, waId),
      user_preferences: [
        {
          ...(customer.phoneHidden ? {} : { wa_id: waId }),
          user_id: userIdIn(world, customer, phoneNumber),
          detail: 'User signed up for marketing messages',
          category: 'marketing_messages',
          value: 'signup',
          signup_id: signupId,
          timestamp: Math.floor(clock.now() / 1000),
        },
      ],
    },
  });
  return true;
}
