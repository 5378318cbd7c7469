import { z } from 'zod';
import { isJsonRecord, type JsonRecord } from '../../../json.ts';
import { wireId, wireTimestamp } from '../../../wire.ts';
import { type InboundMessage, readMessage } from '../../read-message.ts';
import { readStatus, type StatusReading } from '../../status.ts';
import { defineNumberField } from '../define.ts';
import {
  contactList,
  type ItemReading,
  listItems,
  type NumberScope,
  readItems,
  readMetadata,
} from './number-scope.ts';

const standbyEcho = z.looseObject({
  id: wireId,
  timestamp: wireTimestamp,
  message: z.unknown(),
  /** The template or Flow that was sent, where it was one. */
  template: z.unknown().optional(),
  flow: z.unknown().optional(),
});
/** What the thread's owner sent: `message` is the body of its send call. */
export type StandbyEcho = z.infer<typeof standbyEcho>;

/** Copies of a thread that somebody else owns now: show them, do not answer. */
export interface StandbyValue extends NumberScope {
  readonly messages: readonly InboundMessage[];
  readonly messageEchoes: readonly ItemReading<StandbyEcho>[];
  readonly statuses: readonly StatusReading[];
}

/** Reads a `standby` value. Never throws. (Meta, "standby webhook", 2026-08) */
export function parseStandbyValue(value: JsonRecord): StandbyValue {
  const standbyPart = isJsonRecord(value.standby) ? value.standby : {};
  return {
    metadata: readMetadata(value.metadata),
    contacts: contactList.parse(standbyPart.contacts ?? value.contacts),
    messages: listItems(standbyPart, 'messages').map(readMessage),
    messageEchoes: readItems(standbyPart, 'message_echoes', standbyEcho),
    statuses: listItems(standbyPart, 'statuses').map(readStatus),
  };
}

export const standby = defineNumberField('standby', parseStandbyValue);
