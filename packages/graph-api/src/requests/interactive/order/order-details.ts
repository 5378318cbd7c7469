import { z } from 'zod';
import { headerDocument, headerMedia } from '../../content/media.ts';
import { messageLimits } from '../../limits.ts';
import { bodyOf, footer, textHeader } from '../parts.ts';
import { orderDetailsParameters } from './details-parameters.ts';

/** A document is named for templates only; it is let pass here, too (unconfirmed). */
const header = z.discriminatedUnion('type', [
  textHeader,
  z.strictObject({ type: z.literal('image'), image: headerMedia }),
  z.strictObject({ type: z.literal('document'), document: headerDocument }),
]);

/** A bill to pay inside the chat; India and Brazil. (Meta, "Payments API", 2026) */
export const orderDetailsMessage = z.strictObject({
  type: z.literal('order_details'),
  header: header.optional(),
  body: bodyOf(messageLimits.interactiveBody),
  footer: footer.optional(),
  action: z.strictObject({ name: z.literal('review_and_pay'), parameters: orderDetailsParameters }),
});
