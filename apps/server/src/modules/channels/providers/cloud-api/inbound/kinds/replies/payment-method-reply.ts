import { instantOf } from '../../instant-of.ts';
import type { ReadReply } from './define.ts';

/** Source: Meta, "One-click payments" (Brazil, 2026). */
export const readPaymentMethodReply: ReadReply<'payment_method'> = ({ payment_method: reply }) => ({
  kind: 'payment_method_reply',
  method: reply.payment_method,
  referenceId: reply.reference_id ?? null,
  lastFourDigits: reply.last_four_digits ?? null,
  paidAt: instantOf(reply.payment_timestamp),
});
