import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { boundedText, wholeNumber } from '../values.ts';
import { bodyOf } from './parts.ts';

/** `ttl_minutes` is 7 days and `display_text` "Call Now" when left out. */
const parameters = z.strictObject({
  display_text: boundedText(messageLimits.voiceCallButton).optional(),
  ttl_minutes: wholeNumber(1, messageLimits.voiceCallTtlMinutes).optional(),
  /** Comes back as `cta_payload` in the webhooks of the call. */
  payload: boundedText(messageLimits.voiceCallPayload).optional(),
});

/** A button that calls this number on WhatsApp. (Meta, "Call button messages and deep links", 2025-11-14) */
export const voiceCallMessage = z.strictObject({
  type: z.literal('voice_call'),
  body: bodyOf(messageLimits.interactiveBody),
  action: z.strictObject({ name: z.literal('voice_call'), parameters: parameters.optional() }),
});
