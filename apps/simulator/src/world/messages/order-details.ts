import { z } from 'zod';

/** What an `order_details` message asks its reader to pay, as far as payments look at it. */
export const orderDetailsSchema = z.looseObject({
  type: z.literal('order_details'),
  action: z.looseObject({
    parameters: z.looseObject({
      reference_id: z.string(),
      currency: z.string(),
      total_amount: z.looseObject({ value: z.number(), offset: z.number() }),
      payment_settings: z
        .array(
          z.looseObject({ payment_gateway: z.looseObject({ configuration_name: z.string() }).optional() }),
        )
        .optional(),
      payment_configuration: z.string().optional(),
    }),
  }),
});
