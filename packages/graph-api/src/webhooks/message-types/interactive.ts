import { z } from 'zod';
import type { JsonRecord } from '../../json.ts';
import { decoration, wireId, wireTimestamp } from '../../wire.ts';
import { defineMessageType } from './define.ts';

/** The replies we know, each an object named like its `type`. (Meta, "Interactive messages webhook", v25) */
const replies = {
  button_reply: z.looseObject({ id: z.string(), title: z.string() }),
  list_reply: z.looseObject({ id: z.string(), title: z.string(), description: decoration(z.string()) }),
  /** Answer of a flow or address form. `response_json` is JSON in a string, its keys defined by the form. */
  nfm_reply: z.looseObject({
    name: decoration(z.string()),
    body: decoration(z.string()),
    response_json: z.string(),
  }),
  call_permission_reply: z.looseObject({
    response: z.string(),
    is_permanent: decoration(z.boolean()),
    expiration_timestamp: decoration(wireTimestamp),
    response_source: decoration(z.string()),
  }),
  /** Brazil's one-click card payments. */
  payment_method: z.looseObject({
    payment_method: z.string(),
    payment_timestamp: decoration(wireTimestamp),
    reference_id: decoration(wireId),
    last_four_digits: decoration(wireId),
    credential_id: decoration(wireId),
  }),
} as const satisfies Record<string, z.ZodType>;

const knownReply = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('button_reply'), button_reply: replies.button_reply }),
  z.looseObject({ type: z.literal('list_reply'), list_reply: replies.list_reply }),
  z.looseObject({ type: z.literal('nfm_reply'), nfm_reply: replies.nfm_reply }),
  z.looseObject({
    type: z.literal('call_permission_reply'),
    call_permission_reply: replies.call_permission_reply,
  }),
  z.looseObject({ type: z.literal('payment_method'), payment_method: replies.payment_method }),
]);

/** Meta adds replies without notice (a product reply was announced 2026-08-03): a new one is kept whole. */
const unknownReply = z
  .looseObject({ type: z.string().refine((type) => !Object.hasOwn(replies, type)) })
  .transform((raw): UnknownReply => ({ type: 'unknown', wireType: raw.type, raw }));

interface UnknownReply {
  readonly type: 'unknown';
  /** The type as Meta wrote it. */
  readonly wireType: string;
  readonly raw: JsonRecord;
}

export const interactive = defineMessageType('interactive', z.union([knownReply, unknownReply]));
