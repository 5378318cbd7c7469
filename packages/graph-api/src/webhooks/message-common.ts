import { z } from 'zod';
import type { JsonRecord } from '../json.ts';
import { decoration, wireId, wireTimestamp } from '../wire.ts';

const referral = z.looseObject({
  source_url: decoration(z.string()),
  source_id: decoration(wireId),
  /** `ad` or `post`. */
  source_type: decoration(z.string()),
  headline: decoration(z.string()),
  body: decoration(z.string()),
  media_type: decoration(z.string()),
  image_url: decoration(z.string()),
  video_url: decoration(z.string()),
  thumbnail_url: decoration(z.string()),
  /** Click id; absent for placements in WhatsApp Status. */
  ctwa_clid: decoration(z.string()),
  ref: decoration(z.string()),
  welcome_message: decoration(z.looseObject({ text: decoration(z.string()) })),
});
/** The ad or post that brought the person; on the first message only. */
export type MessageReferral = z.infer<typeof referral>;

/** What the message answers, forwards or asks about. */
export interface MessageContext {
  /** The quoted message (`wamid.…`) or, for call permission replies, a call (`wacid.…`). */
  readonly id: string | undefined;
  readonly from: string | undefined;
  readonly forwarded: boolean;
  /** Forwarded more than five times. */
  readonly frequentlyForwarded: boolean;
  readonly referredProduct: { readonly catalogId: string; readonly productRetailerId: string } | undefined;
}

/** The person's keys, told while the identity check is on: another phone makes another hash. */
export interface MessageIdentity {
  readonly hash: string;
  readonly acknowledged: boolean;
  /** Unix seconds. */
  readonly createdTimestamp: number | undefined;
}

/** What all messages have in common, in all fields that carry messages. */
export interface MessageCommon {
  readonly id: string;
  /** Unix seconds. */
  readonly timestamp: number;
  /** Digits; absent when the sender shows no phone number. For echoes: the business's number. */
  readonly from: string | undefined;
  readonly fromUserId: string | undefined;
  readonly fromParentUserId: string | undefined;
  /** Set on messages of the business (echoes, outgoing history). */
  readonly to: string | undefined;
  readonly toUserId: string | undefined;
  readonly toParentUserId: string | undefined;
  readonly groupId: string | undefined;
  readonly context: MessageContext | undefined;
  readonly referral: MessageReferral | undefined;
  readonly identity: MessageIdentity | undefined;
  /** Undocumented; kept because Meta sends it. */
  readonly fromLogicalId: string | undefined;
  /** In history only: DELIVERED, ERROR, PENDING, PLAYED, READ or SENT. */
  readonly historyStatus: string | undefined;
}

const context = z
  .looseObject({
    id: decoration(wireId),
    from: decoration(wireId),
    forwarded: decoration(z.boolean()),
    frequently_forwarded: decoration(z.boolean()),
    referred_product: decoration(z.looseObject({ catalog_id: wireId, product_retailer_id: wireId })),
  })
  .transform(
    (wire): MessageContext => ({
      id: wire.id,
      from: wire.from,
      forwarded: wire.forwarded === true || wire.frequently_forwarded === true,
      frequentlyForwarded: wire.frequently_forwarded === true,
      referredProduct: wire.referred_product && {
        catalogId: wire.referred_product.catalog_id,
        productRetailerId: wire.referred_product.product_retailer_id,
      },
    }),
  );

/** Only `id` and `timestamp` are demanded: without them a message can be neither told apart nor put in order. */
export const messageCommon = z
  .object({
    id: wireId,
    timestamp: wireTimestamp,
    from: decoration(wireId),
    from_user_id: decoration(wireId),
    from_parent_user_id: decoration(wireId),
    to: decoration(wireId),
    to_user_id: decoration(wireId),
    to_parent_user_id: decoration(wireId),
    group_id: decoration(wireId),
    context: decoration(context),
    referral: decoration(referral),
    identity: decoration(
      z.looseObject({
        hash: z.string(),
        acknowledged: decoration(z.boolean()),
        created_timestamp: decoration(wireTimestamp),
      }),
    ),
    from_logical_id: decoration(wireId),
    history_context: decoration(z.looseObject({ status: decoration(z.string()) })),
  })
  .transform(
    (wire): MessageCommon => ({
      id: wire.id,
      timestamp: wire.timestamp,
      from: wire.from,
      fromUserId: wire.from_user_id,
      fromParentUserId: wire.from_parent_user_id,
      to: wire.to,
      toUserId: wire.to_user_id,
      toParentUserId: wire.to_parent_user_id,
      groupId: wire.group_id,
      context: wire.context,
      referral: wire.referral,
      identity: wire.identity && {
        hash: wire.identity.hash,
        acknowledged: wire.identity.acknowledged === true,
        createdTimestamp: wire.identity.created_timestamp,
      },
      fromLogicalId: wire.from_logical_id,
      historyStatus: wire.history_context?.status,
    }),
  );

/** The message's type as written; `unknown` when it is missing. */
export function readMessageType(message: JsonRecord): string {
  return typeof message.type === 'string' && message.type !== '' ? message.type : 'unknown';
}
