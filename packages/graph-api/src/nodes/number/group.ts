import { z } from 'zod';
import { userId } from '../../requests/envelope/recipient.ts';
import { boundedText } from '../../requests/values.ts';
import { decoration, tolerantList, wireId, wireNumber, wireTimestamp } from '../../wire.ts';
import { graphErrorObject } from '../graph-error.ts';
import { listAnswer, paging } from '../paging.ts';

export const groupLimits = {
  subject: 128,
  description: 2048,
  participants: 8,
  groupsPerNumber: 10_000,
} as const;

const messagingProduct = z.literal('whatsapp');
const subject = z.string().trim().pipe(boundedText(groupLimits.subject));
const description = boundedText(groupLimits.description);

/** `POST /{phone-number-id}/groups`; the group comes by webhook. (Meta, "Groups API: reference", 2026) */
export const groupCreateRequest = z.strictObject({
  messaging_product: messagingProduct,
  subject,
  description: description.optional(),
  join_approval_mode: z.enum(['auto_approve', 'approval_required']).optional(),
});

/** `POST /{group-id}`; its picture goes as a multipart `file` instead. */
export const groupUpdateRequest = z.strictObject({
  messaging_product: messagingProduct,
  subject: subject.optional(),
  description: description.optional(),
});

/** `DELETE /{group-id}/participants`. */
export const groupParticipantsRequest = z.strictObject({
  messaging_product: messagingProduct,
  participants: z
    .array(z.union([z.strictObject({ user: boundedText(64) }), z.strictObject({ user_id: userId })]))
    .min(1)
    .max(groupLimits.participants),
});

/** `POST` (approve) and `DELETE` (reject) `/{group-id}/join_requests`. */
export const groupJoinRequestsRequest = z.strictObject({
  messaging_product: messagingProduct,
  join_requests: z.array(boundedText(1024)).min(1),
});

/** The answer of calls whose result comes by webhook. */
export const groupRequestAnswer = z.looseObject({ request_id: decoration(z.string()) });

/** `GET /{group-id}`: without `fields` only the id. The count leaves the business out. */
export const groupNode = z.looseObject({
  id: wireId,
  subject: decoration(z.string()),
  description: decoration(z.string()),
  participants: tolerantList(z.looseObject({ wa_id: decoration(wireId), user_id: decoration(wireId) })),
  join_approval_mode: decoration(z.string()),
  suspended: decoration(z.boolean()),
  creation_timestamp: decoration(wireTimestamp),
  total_participant_count: decoration(wireNumber),
});
export type GroupNode = z.infer<typeof groupNode>;

/** `GET /{phone-number-id}/groups`: unlike other edges, the list stands in `data.groups`. */
export const groupList = z.looseObject({
  data: z.looseObject({
    groups: z.array(
      z.looseObject({ id: wireId, subject: decoration(z.string()), created_at: decoration(wireTimestamp) }),
    ),
  }),
  paging: decoration(paging),
});

export const groupInviteLinkAnswer = z.looseObject({ invite_link: z.string() });

export const groupJoinRequestList = listAnswer(
  z.looseObject({
    join_request_id: wireId,
    wa_id: decoration(wireId),
    user_id: decoration(wireId),
    creation_timestamp: decoration(wireTimestamp),
  }),
);

export const groupJoinRequestsAnswer = z.looseObject({
  approved_join_requests: tolerantList(z.string()),
  rejected_join_requests: tolerantList(z.string()),
  failed_join_requests: tolerantList(
    z.looseObject({ join_request_id: wireId, errors: tolerantList(graphErrorObject) }),
  ),
});
