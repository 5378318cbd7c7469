import { z } from 'zod';
import type { JsonRecord } from '../../../json.ts';
import { type GraphErrorObject, graphErrorObject } from '../../../nodes/graph-error.ts';
import { decoration, tolerantList, wireId, wireNumber, wireTimestamp } from '../../../wire.ts';
import { readStatus, type StatusReading } from '../../status.ts';
import { defineNumberField } from '../define.ts';
import { type ItemReading, listItems, type NumberScope, readItems, readNumberScope } from './number-scope.ts';

const call = z.looseObject({
  id: wireId,
  /** `connect`, `terminate`, `call_created` and recordings; open. */
  event: z.string(),
  timestamp: wireTimestamp,
  /** `USER_INITIATED` or `BUSINESS_INITIATED`. */
  direction: decoration(z.string()),
  from: decoration(wireId),
  from_user_id: decoration(wireId),
  to: decoration(wireId),
  to_user_id: decoration(wireId),
  /** `COMPLETED` or `FAILED`, in either case of letters. */
  status: decoration(z.string()),
  /** Missing when nobody picked up. */
  start_time: decoration(wireTimestamp),
  end_time: decoration(wireTimestamp),
  /** Seconds. */
  duration: decoration(wireNumber),
  deeplink_payload: decoration(z.string()),
  cta_payload: decoration(z.string()),
  biz_opaque_callback_data: decoration(z.string()),
  /** The recording or transcription that became available. */
  media_id: decoration(wireId),
  errors: tolerantList(graphErrorObject),
  session: decoration(z.looseObject({ sdp_type: z.string(), sdp: z.string() })),
});
export type CallEvent = z.infer<typeof call>;

export interface CallsValue extends NumberScope {
  readonly calls: readonly ItemReading<CallEvent>[];
  readonly statuses: readonly StatusReading[];
  readonly errors: readonly GraphErrorObject[];
}

/** Reads a `calls` value. Never throws. (Meta, "Calling", 2026) */
function parseCallsValue(value: JsonRecord): CallsValue {
  return {
    ...readNumberScope(value),
    calls: readItems(value, 'calls', call),
    statuses: listItems(value, 'statuses').map(readStatus),
    errors: errorList.parse(value.errors),
  };
}

export const calls = defineNumberField('calls', parseCallsValue);

const errorList = tolerantList(graphErrorObject);
