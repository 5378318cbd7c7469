import { z } from 'zod';
import { boundedText, webUrl } from '../../values.ts';

const gateway = z.strictObject({
  type: z.enum(['billdesk', 'payu', 'razorpay', 'zaakpay']),
  configuration_name: boundedText(60),
});

/** Ways to pay: the first two are India's, the others Brazil's. (Meta, "Payments API", 2026) */
export const paymentSetting = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('payment_gateway'), payment_gateway: gateway }),
  z.strictObject({
    type: z.literal('upi_intent_link'),
    upi_intent_link: z.strictObject({ link: boundedText(2000) }),
  }),
  z.strictObject({
    type: z.literal('pix_dynamic_code'),
    pix_dynamic_code: z.strictObject({
      code: boundedText(2000),
      merchant_name: boundedText(200),
      key: boundedText(200),
      key_type: z.enum(['CPF', 'CNPJ', 'EMAIL', 'PHONE', 'EVP']),
    }),
  }),
  z.strictObject({ type: z.literal('payment_link'), payment_link: z.strictObject({ uri: webUrl }) }),
  z.strictObject({
    type: z.literal('boleto'),
    boleto: z.strictObject({ digitable_line: boundedText(200) }),
  }),
  z.strictObject({
    type: z.literal('offsite_card_pay'),
    offsite_card_pay: z.strictObject({
      last_four_digits: z.string().regex(/^\d{4}$/, { error: 'must be four digits' }),
      credential_id: boundedText(200),
    }),
  }),
]);
