import { z } from 'zod';
import { messageLimits } from '../../limits.ts';
import { bodyOf, footer, productReference } from '../parts.ts';

/** One product of the catalog. (Meta, "Share products with customers", 2026) */
export const productMessage = z.strictObject({
  type: z.literal('product'),
  body: bodyOf(messageLimits.interactiveBody).optional(),
  footer: footer.optional(),
  action: productReference,
});
