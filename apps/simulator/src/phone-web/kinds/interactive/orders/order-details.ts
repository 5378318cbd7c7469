import { z } from 'zod';

/** Meta's amounts: `value` in parts of `offset` (84900 / 100 = 849.00). */
const amountSchema = z.looseObject({
  value: z.number(),
  offset: z.number().default(100),
  description: z.string().optional(),
});

const orderSchema = z.looseObject({
  items: z
    .array(
      z.looseObject({
        name: z.string(),
        quantity: z.number(),
        amount: amountSchema,
        sale_amount: amountSchema.optional(),
      }),
    )
    .default([]),
  subtotal: amountSchema.optional(),
  tax: amountSchema.optional(),
  shipping: amountSchema.optional(),
  discount: amountSchema.optional(),
});

export const orderDetailsSchema = z.looseObject({
  parameters: z.looseObject({
    reference_id: z.string(),
    currency: z.string(),
    total_amount: amountSchema,
    order: orderSchema,
    payment_settings: z
      .array(
        z.looseObject({
          type: z.string(),
          offsite_card_pay: z
            .looseObject({ last_four_digits: z.string(), credential_id: z.string() })
            .optional(),
        }),
      )
      .default([]),
  }),
});

export type OrderDetails = z.infer<typeof orderDetailsSchema>['parameters'];
export type Amount = z.infer<typeof amountSchema>;

export const amountOf = ({ value, offset }: Amount): number => value / offset;
