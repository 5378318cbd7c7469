import * as z from 'zod';
import { foreignId, shownText } from '../parts.ts';

/** Asks whether the business may call; the answer is a `call_permission_reply`. */
export const callPermissionRequestContent = z.object({
  kind: z.literal('call_permission_request'),
  body: shownText.optional(),
});

/** A button with which the customer calls the business on WhatsApp. */
export const callButtonContent = z.object({
  kind: z.literal('call_button'),
  body: shownText,
  /** Default: the provider's own word for "Call now". */
  label: shownText.optional(),
  /** How long the button works: 1 to 43,200 minutes, 10,080 if not given. */
  ttlMinutes: z.number().int().min(1).max(43_200).optional(),
  /** Comes back with the call. */
  payload: foreignId.optional(),
});

/** A voice call that took place or was missed, as the provider told it. */
export const callContent = z.object({
  kind: z.literal('call'),
  callId: foreignId,
  calledBy: z.enum(['contact', 'business']),
  outcome: z.enum(['ringing', 'answered', 'missed', 'rejected', 'failed']),
  durationMs: z.number().int().nullable(),
});
