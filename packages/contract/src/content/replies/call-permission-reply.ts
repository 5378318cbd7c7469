import * as z from 'zod';

/** Whether the business may call. `automatic`: given because the customer called. */
export const callPermissionReplyContent = z.object({
  kind: z.literal('call_permission_reply'),
  accepted: z.boolean(),
  permanent: z.boolean(),
  expiresAt: z.iso.datetime({ offset: true }).nullable(),
  automatic: z.boolean(),
});
