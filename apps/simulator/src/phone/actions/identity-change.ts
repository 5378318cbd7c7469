import { z } from 'zod';
import { renderContact } from '../../webhooks/render-inbound.ts';
import { tellOfSystemChange } from '../tell-of-system-change.ts';
import { phoneAction } from './action.ts';

/** WhatsApp was installed anew: the security code is another one. Told to numbers with the identity check. */
export const identityChangeAction = phoneAction({
  schema: z.strictObject({}),
  run(_input, { runtime: { simulation }, customer }) {
    const { world, clock, random, commit } = simulation;
    const hash = Buffer.from(random.hex(16)).toString('base64').slice(0, 12);
    commit({ kind: 'entities', entities: { customers: [{ ...customer, identityKeyHash: hash }] } });
    tellOfSystemChange(
      simulation,
      customer,
      ({ idOf }) => ({
        ...(customer.phoneHidden ? {} : { from: customer.waId }),
        from_user_id: idOf(customer),
        identity: {
          acknowledged: false,
          created_timestamp: String(Math.floor(clock.now() / 1000)),
          hash,
        },
        system: {
          body: `User ${customer.name}'s security code changed`,
          type: 'customer_identity_changed',
        },
      }),
      (phoneNumber) =>
        renderContact(world, phoneNumber, customer.waId).map((contact) => ({
          ...Object(contact),
          identity_key_hash: hash,
        })),
    );
    return { hash };
  },
});
