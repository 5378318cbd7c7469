import { z } from 'zod';
import { checkRecipient } from './envelope/check-recipient.ts';
import { context, envelope } from './envelope/envelope.ts';
import { parseStrict, type StrictReading } from './problem.ts';
import { templateContent } from './template/template.ts';

/**
 * The body of `POST /{phone-number-id}/marketing_messages`: a marketing template to one person.
 * (Meta, "Send marketing messages", 2026)
 */
export const marketingMessageRequest = z
  .strictObject({
    ...envelope,
    recipient_type: z.literal('individual').optional(),
    context,
    type: z.literal('template'),
    template: templateContent,
    /** What to do when this API cannot send it: send it as an ordinary message, which is the default, or refuse. */
    product_policy: z.enum(['CLOUD_API_FALLBACK', 'STRICT']).optional(),
    /** Whether Meta may use what people do with the message to optimise. */
    message_activity_sharing: z.boolean().optional(),
    /** Beta: how much more or less than usual to bid for this delivery. */
    bid_spec: z.strictObject({ per_message_bid_multiplier: z.number().positive() }).optional(),
  })
  .superRefine(checkRecipient);

export type MarketingMessageRequest = z.output<typeof marketingMessageRequest>;

/** Reads the body of `POST /{phone-number-id}/marketing_messages` as Meta would. */
export function parseMarketingMessageRequest(body: unknown): StrictReading<MarketingMessageRequest> {
  return parseStrict(marketingMessageRequest, body);
}
