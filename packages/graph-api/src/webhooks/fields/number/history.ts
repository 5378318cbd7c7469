import { z } from 'zod';
import type { JsonRecord } from '../../../json.ts';
import { graphErrorObject } from '../../../nodes/graph-error.ts';
import { decoration, tolerantList, wireId, wireNumber } from '../../../wire.ts';
import { type InboundMessage, readMessage } from '../../read-message.ts';
import { defineNumberField } from '../define.ts';
import { type ItemReading, listItems, type NumberScope, readItems, readNumberScope } from './number-scope.ts';

const threadContact = z.looseObject({
  wa_id: decoration(wireId),
  user_id: decoration(wireId),
  parent_user_id: decoration(wireId),
  username: decoration(z.string()),
});

const thread = z
  .looseObject({
    id: wireId,
    context: decoration(threadContact),
    messages: z.array(z.unknown()).catch([]),
  })
  .transform((wire) => ({
    /** The person's phone digits, or a BSUID. */
    id: wire.id,
    waId: wire.context?.wa_id,
    userId: wire.context?.user_id,
    parentUserId: wire.context?.parent_user_id,
    username: wire.context?.username,
    messages: wire.messages.map(readMessage),
  }));
/** One chat of the phone app's past. */
export type HistoryThread = z.infer<typeof thread>;

const chunk = z
  .looseObject({
    metadata: decoration(
      z.looseObject({
        phase: decoration(wireNumber),
        chunk_order: decoration(wireNumber),
        progress: decoration(wireNumber),
      }),
    ),
    threads: tolerantList(thread),
    errors: tolerantList(graphErrorObject),
  })
  .transform((wire) => ({
    /** 0 = the last day, 1 = days 1-90, 2 = days 90-180. */
    phase: wire.metadata?.phase,
    /** Counts inside a phase; chunks arrive in any order. */
    chunkOrder: wire.metadata?.chunk_order,
    /** 0-100 over all phases. */
    progress: wire.metadata?.progress,
    threads: wire.threads,
    /** 2593109 when the business declined to share its past. */
    errors: wire.errors,
  }));
export type HistoryChunk = z.infer<typeof chunk>;

/** The value of `history`: the phone app's past, in chunks, and later the media that its placeholders stand for. */
export interface HistoryValue extends NumberScope {
  readonly chunks: readonly ItemReading<HistoryChunk>[];
  /** Inbound media messages, under the ids of their placeholders. */
  readonly messages: readonly InboundMessage[];
  /** The same for messages the business had sent. */
  readonly messageEchoes: readonly InboundMessage[];
}

/** Reads a `history` value. Never throws. (Meta, "history webhook", 2026) */
export function parseHistoryValue(value: JsonRecord): HistoryValue {
  return {
    ...readNumberScope(value),
    chunks: readItems(value, 'history', chunk),
    messages: listItems(value, 'messages').map(readMessage),
    messageEchoes: listItems(value, 'message_echoes').map(readMessage),
  };
}

export const history = defineNumberField('history', parseHistoryValue);
