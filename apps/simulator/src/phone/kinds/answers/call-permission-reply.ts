import { z } from 'zod';
import { phoneKind } from '../kind.ts';

/** A temporary permission to call lasts seven days (Meta: user call permissions). */
const temporaryPermissionMs = 7 * 24 * 60 * 60 * 1000;

/** The answer to a request for permission to call: for seven days, for good, or no. */
export const callPermissionReplyKind = phoneKind({
  schema: z.strictObject({
    messageId: z.string().min(1),
    response: z.enum(['accept', 'reject']),
    permanent: z.boolean().default(false),
  }),
  build({ messageId, response, permanent }, { simulation }) {
    const isTemporary = response === 'accept' && !permanent;
    const expiresAt = Math.floor((simulation.clock.now() + temporaryPermissionMs) / 1000);
    return {
      type: 'interactive',
      content: {
        type: 'call_permission_reply',
        call_permission_reply: {
          response,
          ...(response === 'accept' ? { is_permanent: permanent } : {}),
          ...(isTemporary ? { expiration_timestamp: expiresAt } : {}),
          response_source: 'user_action',
        },
      },
      contextId: messageId,
    };
  },
});
