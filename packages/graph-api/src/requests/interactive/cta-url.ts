import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { boundedText, webUrl } from '../values.ts';
import { anyHeader, bodyOf, footer } from './parts.ts';

/** One button that opens an address. (Meta, "Interactive call-to-action URL button messages") */
export const ctaUrlMessage = z.strictObject({
  type: z.literal('cta_url'),
  header: anyHeader.optional(),
  body: bodyOf(messageLimits.interactiveBody),
  footer: footer.optional(),
  action: z.strictObject({
    name: z.literal('cta_url'),
    parameters: z.strictObject({ display_text: boundedText(messageLimits.ctaUrlButton), url: webUrl }),
  }),
});
