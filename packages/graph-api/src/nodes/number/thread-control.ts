import { z } from 'zod';
import { phoneOrGroup, userId } from '../../requests/envelope/recipient.ts';
import { boundedText } from '../../requests/values.ts';

/**
 * `POST /{phone-number-id}/thread_control`: hands a conversation to somebody else, gives it back, or takes it.
 * (Meta, "Conversation routing", 2026)
 */
export const threadControlRequest = z
  .strictObject({
    messaging_product: z.literal('whatsapp'),
    to: phoneOrGroup.optional(),
    recipient: userId.optional(),
    action: z.enum(['pass', 'release', 'take']),
    metadata: boundedText(2000).optional(),
    /** With `pass`: to Meta's agent; without it to the escalation partner. */
    control_pass: z.strictObject({ target_role: z.literal('ai_agent') }).optional(),
  })
  .refine(({ to, recipient }) => to !== undefined || recipient !== undefined, {
    path: ['to'],
    error: 'or recipient is required',
    params: { problem: 'requiredParameterMissing' },
  });
