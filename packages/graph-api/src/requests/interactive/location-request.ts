import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { bodyOf } from './parts.ts';

/** A button to send one's location, which comes back as a location message. (Meta, "Location request messages") */
export const locationRequestMessage = z.strictObject({
  type: z.literal('location_request_message'),
  body: bodyOf(messageLimits.interactiveBody),
  action: z.strictObject({ name: z.literal('send_location') }),
});
