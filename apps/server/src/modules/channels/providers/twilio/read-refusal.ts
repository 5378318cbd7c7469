import * as z from 'zod';
import type { ProviderRefusal } from '../../port.ts';
import { describeTwilioCode } from './refusals.ts';

/** Twilio's error envelope. (Twilio, "API responses", 2026-11) */
const envelope = z.object({ code: z.number().int(), message: z.string() });

const lowestServerStatus = 500;

/** Undefined when the answer does not prove that nothing was done: an error of Twilio's own may come after it was. Pure. */
export function readTwilioRefusal(body: unknown, status: number): ProviderRefusal | undefined {
  const error = envelope.safeParse(body);
  if (!error.success || status < 400 || status >= lowestServerStatus) return undefined;
  return describeTwilioCode(error.data.code, error.data.message);
}
