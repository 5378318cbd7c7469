import { z } from 'zod';
import { messageLimits } from '../../limits.ts';
import { problemCode } from '../../problem.ts';
import { boundedText } from '../../values.ts';
import { amount } from './amount.ts';
import { order, totalOf } from './order.ts';
import { paymentSetting } from './payment-settings.ts';

const beneficiary = z.strictObject({
  name: boundedText(200),
  address_line1: boundedText(100),
  address_line2: boundedText(100).optional(),
  city: boundedText(100),
  state: boundedText(100),
  country: z.literal('India'),
  postal_code: z.string().regex(/^\d{6}$/, { error: 'must be six digits' }),
});

export const orderReference = boundedText(messageLimits.orderReference).refine(
  (text) => /^[A-Za-z0-9_.-]*$/.test(text),
  { error: 'must have letters, digits, _, . and - only' },
);

/** A bill, in messages and in the buttons of templates. (Meta, "Payments API: India, Brazil", 2026) */
export const orderDetailsParameters = z
  .strictObject({
    reference_id: orderReference,
    type: z.enum(['digital-goods', 'physical-goods']),
    currency: z.enum(['INR', 'BRL']),
    total_amount: amount,
    /** Older Indian form `upi` with `payment_configuration`; `br` in Brazil. */
    payment_type: z.enum(['upi', 'br']).optional(),
    payment_configuration: boundedText(60).optional(),
    payment_settings: z.array(paymentSetting).min(1).optional(),
    beneficiaries: z.array(beneficiary).min(1).optional(),
    /** Brazil may leave it out and ask for the total alone. */
    order: order.optional(),
  })
  .superRefine((given, context) => {
    const total = given.order === undefined ? given.total_amount.value : totalOf(given.order);
    if (total !== given.total_amount.value) {
      const message = `must be subtotal + tax + shipping - discount, ${total}, is ${given.total_amount.value}`;
      context.addIssue({ code: 'custom', path: ['total_amount', 'value'], message });
    }
    if (given.order === undefined && given.payment_type !== 'br') {
      const params = problemCode('requiredParameterMissing');
      context.addIssue({ code: 'custom', path: ['order'], message: 'is required', params });
    }
    if (given.payment_settings === undefined && given.payment_configuration === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['payment_settings'],
        message: 'is required',
        params: problemCode('requiredParameterMissing'),
      });
    }
  });
