import { z } from 'zod';
import { messageLimits } from '../../limits.ts';
import { problemCode } from '../../problem.ts';
import { boundedText } from '../../values.ts';
import { bodyOf, footer } from '../parts.ts';
import { orderReference } from './details-parameters.ts';

const status = z.enum([
  'pending',
  'processing',
  'partially_shipped',
  /** As Meta's Brazilian page writes it. */
  'partially-shipped',
  'shipped',
  'completed',
  'canceled',
]);

/** News about an order that was sent as `order_details`. (Meta, "Payments API: order status", 2026) */
export const orderStatusMessage = z.strictObject({
  type: z.literal('order_status'),
  body: bodyOf(messageLimits.interactiveBody),
  footer: footer.optional(),
  action: z.strictObject({
    name: z.literal('review_order'),
    parameters: z
      .strictObject({
        reference_id: orderReference,
        /** May be left out where only the payment is told. */
        order: z
          .strictObject({
            status,
            description: boundedText(messageLimits.orderStatusDescription).optional(),
          })
          .optional(),
        payment: z
          .strictObject({
            status: z.enum(['pending', 'captured', 'failed']),
            timestamp: z.number().int().optional(),
          })
          .optional(),
      })
      .refine((given) => given.order !== undefined || given.payment !== undefined, {
        path: ['order'],
        error: 'or payment is required',
        params: problemCode('requiredParameterMissing'),
      }),
  }),
});
