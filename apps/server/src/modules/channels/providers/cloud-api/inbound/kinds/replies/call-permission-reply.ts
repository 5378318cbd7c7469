import { instantOf } from '../../instant-of.ts';
import type { ReadReply } from './define.ts';

/** Source: Meta, "User call permissions" (2026). `automatic`: given because the customer called. */
export const readCallPermissionReply: ReadReply<'call_permission_reply'> = ({
  call_permission_reply: { response, ...reply },
}) => ({
  kind: 'call_permission_reply',
  accepted: response === 'accept',
  permanent: reply.is_permanent ?? false,
  expiresAt: instantOf(reply.expiration_timestamp),
  automatic: reply.response_source === 'automatic',
});
