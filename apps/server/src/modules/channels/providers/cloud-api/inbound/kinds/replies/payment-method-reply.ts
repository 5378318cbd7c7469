import type { ReadReply } from './define.ts';

/** Source: Meta, "One-click payments" (Brazil, 2026). */
export const readPaymentMethodReply: ReadReply<'payment_method'> = ({ payment_method: reply }) => ({
  kind: 'payment_method_reply',
  method: reply.payment_method,
  referenceId: reply.reference_id ?? null,
  lastFourDigits: reply.last_four_digits ?? null,
  paidAt:
    reply.payment_timestamp === undefined ? null : new Date(reply.payment_timestamp * 1000).toISOString(),
});
