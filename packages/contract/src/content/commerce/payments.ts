import * as z from 'zod';
import { foreignId, imageHeader, moneySchema, shownText, textHeader } from '../parts.ts';

const amount = moneySchema.shape.amountMicros.min(0);

const charge = z.object({ amountMicros: amount, description: shownText.optional() });

/**
 * How it can be paid, by Meta's names. India: a configured gateway or UPI link. Brazil: Pix, boleto, a payment link or a
 * saved card. Source: Meta, "Payments API" (India, Brazil; 2026).
 */
export const paymentSetting = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('payment_gateway'),
    gateway: z.enum(['billdesk', 'payu', 'razorpay', 'zaakpay']),
    configurationName: foreignId,
  }),
  z.object({ type: z.literal('upi_intent_link'), link: foreignId }),
  z.object({
    type: z.literal('pix_dynamic_code'),
    code: foreignId,
    merchantName: shownText,
    key: foreignId,
    keyType: z.enum(['CPF', 'CNPJ', 'EMAIL', 'PHONE', 'EVP']),
  }),
  z.object({ type: z.literal('payment_link'), url: z.url().max(2000) }),
  z.object({ type: z.literal('boleto'), digitableLine: foreignId }),
  z.object({
    type: z.literal('offsite_card_pay'),
    lastFourDigits: z.string().regex(/^\d{4}$/),
    credentialId: foreignId,
  }),
]);

/** What is bought; the total is worked out: items + tax + shipping − discount. */
export const orderDetails = z.object({
  /** The business's own id of the order, once per business. */
  referenceId: foreignId,
  goods: z.enum(['physical', 'digital']),
  currency: z.string().regex(/^[A-Z]{3}$/),
  items: z
    .array(
      z.object({
        productId: foreignId,
        name: shownText,
        quantity: z.number().int().min(1),
        unitAmountMicros: amount,
        /** The price after a reduction, if there is one. */
        saleAmountMicros: amount.optional(),
      }),
    )
    .min(1)
    .max(100),
  tax: charge,
  shipping: charge.optional(),
  discount: charge.optional(),
  expires: z.object({ at: z.iso.datetime({ offset: true }), description: shownText }).optional(),
  payments: z.array(paymentSetting).min(1).max(10),
});

/** An invoice the customer can pay in the chat. */
export const paymentRequestContent = z.object({
  kind: z.literal('payment_request'),
  header: z.discriminatedUnion('type', [textHeader, imageHeader]).optional(),
  body: shownText,
  footer: shownText.optional(),
  order: orderDetails,
});

/** How an order that was asked for with `payment_request` stands. */
export const orderStatusContent = z.object({
  kind: z.literal('order_status'),
  body: shownText,
  footer: shownText.optional(),
  referenceId: foreignId,
  status: z.enum(['pending', 'processing', 'partially_shipped', 'shipped', 'completed', 'canceled']),
  description: shownText.optional(),
});

/** The customer's consent to pay with a saved card (Brazil). */
export const paymentMethodReplyContent = z.object({
  kind: z.literal('payment_method_reply'),
  method: z.string(),
  referenceId: z.string().nullable(),
  lastFourDigits: z.string().nullable(),
  paidAt: z.iso.datetime({ offset: true }).nullable(),
});
