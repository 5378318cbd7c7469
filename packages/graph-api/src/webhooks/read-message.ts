import { isJsonRecord, type JsonRecord } from '../json.ts';
import { type GraphErrorObject, graphErrorObject } from '../nodes/graph-error.ts';
import { describeMisfit, tolerantList } from '../wire.ts';
import { type MessageCommon, messageCommon, readMessageType } from './message-common.ts';
import {
  type InboundContent,
  type InboundMessageType,
  inboundMessageTypes,
  isInboundMessageType,
} from './message-types/registry.ts';

/** A message whose content we understood, e.g. `ReadableMessage<'text'>`. */
export type ReadableMessage<Type extends InboundMessageType = InboundMessageType> = {
  [Each in Type]: {
    readonly ok: true;
    readonly type: Each;
    readonly common: MessageCommon;
    readonly content: InboundContent<Each>;
    readonly errors: readonly GraphErrorObject[];
    readonly raw: JsonRecord;
  };
}[Type];

/** A message of a type we do not know, or whose content does not fit its type: kept, shown as unsupported. */
export interface UnsupportedMessage {
  readonly ok: false;
  readonly reason: 'unknown_type' | 'content_misfit';
  readonly type: string;
  readonly detail: string;
  readonly common: MessageCommon;
  readonly errors: readonly GraphErrorObject[];
  readonly raw: JsonRecord;
}

/** Not even an id and a time could be read: nothing to show, to be quarantined. */
export interface MalformedMessage {
  readonly ok: false;
  readonly reason: 'malformed';
  readonly type: string;
  readonly detail: string;
  readonly common: undefined;
  readonly raw: unknown;
}

export type InboundMessage = ReadableMessage | UnsupportedMessage | MalformedMessage;

/** Reads one message of any field. Never throws: what cannot be read comes back flagged, with its raw form. */
export function readMessage(raw: unknown): InboundMessage {
  if (!isJsonRecord(raw)) return malformed('unknown', 'a message must be an object', raw);
  const type = readMessageType(raw);
  const parsed = messageCommon.safeParse(raw);
  if (!parsed.success) return malformed(type, describeMisfit(parsed.error), raw);
  const shared = { common: parsed.data, errors: errorList.parse(raw.errors), raw };
  if (!isInboundMessageType(type)) {
    return {
      ok: false,
      reason: 'unknown_type',
      type,
      detail: `message type ${type} is not known`,
      ...shared,
    };
  }
  const reading = inboundMessageTypes[type].read(raw);
  if (!reading.ok) return { ok: false, reason: 'content_misfit', type, detail: reading.detail, ...shared };
  return { ...reading, ...shared };
}

const errorList = tolerantList(graphErrorObject);

function malformed(type: string, detail: string, raw: unknown): MalformedMessage {
  return { ok: false, reason: 'malformed', type, detail, common: undefined, raw };
}
