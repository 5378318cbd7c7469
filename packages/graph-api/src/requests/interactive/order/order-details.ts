import { z } from 'zod';
import { headerMedia } from '../../content/media.ts';
import { messageLimits } from '../../limits.ts';
import { bodyOf, footer, textHeader } from '../parts.ts';
import { orderDetailsParameters } from './details-parameters.ts';

const header = z.discriminatedUnion('type', [
  textHeader,
  z.strictObject({ type: z.literal('image'), image: headerMedia }),
]);

/** A bill to pay inside the chat; India and Brazil. (Meta, "Payments API", 2026) */
export const orderDetailsMessage = z.strictObject({
  type: z.literal('order_details'),
  header: header.optional(),
  body: bodyOf(messageLimits.interactiveBody),
  footer: footer.optional(),
  action: z.strictObject({ name: z.literal('review_and_pay'), parameters: orderDetailsParameters }),
});
