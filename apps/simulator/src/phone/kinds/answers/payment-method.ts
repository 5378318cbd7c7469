import { z } from 'zod';
import { phoneKind } from '../kind.ts';

/** Consent to pay with a stored card, Brazil's one-click payment. It quotes nothing. */
export const paymentMethodKind = phoneKind({
  schema: z.strictObject({
    referenceId: z.string().min(1),
    lastFourDigits: z.string().regex(/^\d{4}$/),
    credentialId: z.string().min(1),
  }),
  build: ({ referenceId, lastFourDigits, credentialId }, { simulation }) => ({
    type: 'interactive',
    content: {
      type: 'payment_method',
      payment_method: {
        payment_method: 'offsite_card_pay',
        payment_timestamp: Math.floor(simulation.clock.now() / 1000),
        reference_id: referenceId,
        last_four_digits: lastFourDigits,
        credential_id: credentialId,
      },
    },
    extra: { from_logical_id: simulation.random.digits(14) },
  }),
});
