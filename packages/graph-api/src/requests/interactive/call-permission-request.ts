import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { bodyOf } from './parts.ts';

/** Asks whether the business may call. (Meta, "Obtain user call permissions", 2026) */
export const callPermissionRequestMessage = z.strictObject({
  type: z.literal('call_permission_request'),
  body: bodyOf(messageLimits.interactiveBody).optional(),
  action: z.strictObject({ name: z.literal('call_permission_request') }),
});
