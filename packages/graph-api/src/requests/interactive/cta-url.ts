import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { anyHeader, bodyOf, ctaUrlAction, footer } from './parts.ts';

/** One button that opens an address. (Meta, "Interactive call-to-action URL button messages") */
export const ctaUrlMessage = z.strictObject({
  type: z.literal('cta_url'),
  header: anyHeader.optional(),
  body: bodyOf(messageLimits.interactiveBody),
  footer: footer.optional(),
  action: ctaUrlAction,
});
