import { z } from 'zod';
import { isJsonRecord, type JsonRecord } from '../json.ts';
import { type GraphErrorObject, graphErrorObject } from '../nodes/graph-error.ts';
import { decoration, describeMisfit, tolerantList, wireId, wireTimestamp } from '../wire.ts';
import { type StatusPayment, statusPayment } from './status-payment.ts';

const pricing = z.looseObject({
  /** `PMP` since 2025-07-01, `CBP` before. */
  pricing_model: decoration(z.string()),
  /** `regular`, `free_customer_service`, `free_entry_point`; open. Read it, never derive it. */
  type: decoration(z.string()),
  /** `marketing`, `marketing_lite`, `utility`, `authentication`, `service`, `group_service` …; open. */
  category: decoration(z.string()),
  /** Announced for removal: prefer `type` and `category`. */
  billable: decoration(z.boolean()),
});
export type StatusPricing = z.infer<typeof pricing>;

const conversation = z.looseObject({
  id: decoration(wireId),
  expiration_timestamp: decoration(wireTimestamp),
  origin: decoration(z.looseObject({ type: decoration(z.string()) })),
  /** Some group samples put the price here. */
  pricing: decoration(pricing),
});
export type StatusConversation = z.infer<typeof conversation>;

/** One item of `value.statuses` as it is on the wire. (Meta, "Status messages webhook", v25) */
export const statusSchema = z.looseObject({
  id: wireId,
  /** `sent`, `delivered`, `read`, `played`, `failed`; upper case for calls, other words for payments; open. */
  status: z.string().min(1),
  timestamp: wireTimestamp,
  /** Absent for messages; `payment` or `call` for the others. */
  type: decoration(z.string()),
  recipient_id: decoration(wireId),
  recipient_user_id: decoration(wireId),
  recipient_parent_user_id: decoration(wireId),
  /** Spelling before 2026-05-05. */
  parent_recipient_user_id: decoration(wireId),
  recipient_type: decoration(z.string()),
  recipient_participant_id: decoration(wireId),
  participant_recipient_id: decoration(wireId),
  recipient_participant_user_id: decoration(wireId),
  recipient_participant_parent_user_id: decoration(wireId),
  recipient_identity_key_hash: decoration(z.string()),
  group_id: decoration(wireId),
  template_id: decoration(wireId),
  biz_opaque_callback_data: decoration(z.string()),
  conversation: decoration(conversation),
  pricing: decoration(pricing),
  errors: tolerantList(graphErrorObject),
  payment: decoration(statusPayment),
});

/** What became of a message we sent, with the spellings of several years brought together. */
export interface MessageStatus {
  /** `wamid.…` of the message, `wacid.…` of a call. */
  readonly id: string;
  readonly status: string;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly type: string | undefined;
  /** Phone digits, or the group's id when `recipientType` is `group`. */
  readonly recipientId: string | undefined;
  readonly recipientUserId: string | undefined;
  readonly recipientParentUserId: string | undefined;
  readonly recipientType: string | undefined;
  readonly participantId: string | undefined;
  readonly participantUserId: string | undefined;
  readonly participantParentUserId: string | undefined;
  readonly recipientIdentityKeyHash: string | undefined;
  readonly groupId: string | undefined;
  readonly templateId: string | undefined;
  /** What we sent as `biz_opaque_callback_data`. */
  readonly callbackData: string | undefined;
  readonly conversation: StatusConversation | undefined;
  readonly pricing: StatusPricing | undefined;
  /** When `type` is `payment`: what was paid for and how it went. */
  readonly payment: StatusPayment | undefined;
  readonly errors: readonly GraphErrorObject[];
  readonly raw: JsonRecord;
}

export type StatusReading =
  | { readonly ok: true; readonly status: MessageStatus }
  | { readonly ok: false; readonly detail: string; readonly raw: unknown };

/** Reads one item of `statuses`; one that does not fit is kept raw. */
export function readStatus(raw: unknown): StatusReading {
  if (!isJsonRecord(raw)) return { ok: false, detail: 'a status must be an object', raw };
  const parsed = statusSchema.safeParse(raw);
  return parsed.success
    ? { ok: true, status: toMessageStatus(parsed.data, raw) }
    : { ok: false, detail: describeMisfit(parsed.error), raw };
}

function toMessageStatus(wire: z.infer<typeof statusSchema>, raw: JsonRecord): MessageStatus {
  return {
    id: wire.id,
    status: wire.status,
    timestamp: wire.timestamp,
    type: wire.type,
    recipientId: wire.recipient_id,
    recipientUserId: wire.recipient_user_id,
    recipientParentUserId: wire.recipient_parent_user_id ?? wire.parent_recipient_user_id,
    recipientType: wire.recipient_type,
    participantId: wire.recipient_participant_id ?? wire.participant_recipient_id,
    participantUserId: wire.recipient_participant_user_id,
    participantParentUserId: wire.recipient_participant_parent_user_id,
    recipientIdentityKeyHash: wire.recipient_identity_key_hash,
    groupId: wire.group_id ?? (wire.recipient_type === 'group' ? wire.recipient_id : undefined),
    templateId: wire.template_id,
    callbackData: wire.biz_opaque_callback_data,
    conversation: wire.conversation,
    pricing: wire.pricing ?? wire.conversation?.pricing,
    payment: wire.payment,
    errors: wire.errors,
    raw,
  };
}
