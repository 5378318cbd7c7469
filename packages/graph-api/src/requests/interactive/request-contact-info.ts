import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { bodyOf } from './parts.ts';

/** Meta's page of May 2026 wrote `contact_request`; clients since August write the first. */
const name = z
  .enum(['request_contact_info', 'contact_request'])
  .transform(() => 'request_contact_info' as const);

/** A button with which the person shares phone number and name. Read and written as `request_contact_info`. */
export const requestContactInfoMessage = z.strictObject({
  type: name,
  body: bodyOf(messageLimits.interactiveBody),
  action: z.strictObject({ name }),
});
