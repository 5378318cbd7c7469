import { z } from 'zod';
import { phoneOrGroup, userId } from '../../requests/envelope/recipient.ts';
import { messageLimits } from '../../requests/limits.ts';
import { boundedText } from '../../requests/values.ts';
import { decoration, tolerantList, wireId, wireNumber, wireTimestamp } from '../../wire.ts';

const messagingProduct = { messaging_product: z.literal('whatsapp') };
const callbackData = { biz_opaque_callback_data: boundedText(messageLimits.callbackData).optional() };
const callId = boundedText(1024);

function session<const Kind extends 'offer' | 'answer'>(kind: Kind) {
  return z.strictObject({ sdp_type: z.literal(kind), sdp: boundedText(100_000) });
}

/** `POST /{phone-number-id}/calls`, by its action. (Meta, "Calling API: reference", 2026) */
export const callRequest = z.discriminatedUnion('action', [
  z
    .strictObject({
      ...messagingProduct,
      ...callbackData,
      action: z.literal('connect'),
      to: phoneOrGroup.optional(),
      recipient: userId.optional(),
      session: session('offer'),
    })
    .refine(({ to, recipient }) => to !== undefined || recipient !== undefined, {
      path: ['to'],
      error: 'or recipient is required',
      params: { problem: 'requiredParameterMissing' },
    }),
  z.strictObject({
    ...messagingProduct,
    action: z.literal('pre_accept'),
    call_id: callId,
    session: session('answer'),
  }),
  z.strictObject({
    ...messagingProduct,
    ...callbackData,
    action: z.literal('accept'),
    call_id: callId,
    session: session('answer'),
  }),
  z.strictObject({ ...messagingProduct, action: z.literal('reject'), call_id: callId }),
  z.strictObject({ ...messagingProduct, action: z.literal('terminate'), call_id: callId }),
]);
export type CallRequest = z.infer<typeof callRequest>;

/** The answer to `connect`; the others answer `success`. */
export const callAnswer = z.looseObject({
  calls: tolerantList(z.looseObject({ id: wireId })),
  success: decoration(z.boolean()),
});

/** `GET /{phone-number-id}/call_permissions`: whether this person may be called and asked. */
export const callPermissionsAnswer = z.looseObject({
  permission: z.looseObject({
    /** no_permission, temporary or permanent. */
    status: z.string(),
    expiration_time: decoration(wireTimestamp),
  }),
  actions: tolerantList(
    z.looseObject({
      action_name: z.string(),
      can_perform_action: z.boolean(),
      limits: tolerantList(
        z.looseObject({
          /** ISO 8601: PT24H, P7D. */
          time_period: z.string(),
          max_allowed: wireNumber,
          current_usage: wireNumber,
          limit_expiration_time: decoration(wireTimestamp),
        }),
      ),
    }),
  ),
});
export type CallPermissions = z.infer<typeof callPermissionsAnswer>;
