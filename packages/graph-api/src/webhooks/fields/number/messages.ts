import { z } from 'zod';
import type { JsonRecord } from '../../../json.ts';
import { type GraphErrorObject, graphErrorObject } from '../../../nodes/graph-error.ts';
import { decoration, tolerantList, wireId, wireTimestamp } from '../../../wire.ts';
import { type InboundMessage, readMessage } from '../../read-message.ts';
import { readStatus, type StatusReading } from '../../status.ts';
import { defineNumberField } from '../define.ts';
import { type ItemReading, listItems, type NumberScope, readItems, readNumberScope } from './number-scope.ts';

const userAction = z.looseObject({
  action_type: z.string(),
  timestamp: wireTimestamp,
  marketing_messages_link_click_data: decoration(
    z.looseObject({
      click_component: decoration(z.string()),
      product_id: decoration(wireId),
      click_id: decoration(wireId),
      tracking_token: decoration(z.string()),
    }),
  ),
});
/** What a person did with a message besides answering: a link click of the Marketing Messages API. */
export type UserAction = z.infer<typeof userAction>;

/** The value of the field `messages`. One value may hold messages and statuses of several people. */
export interface MessagesValue extends NumberScope {
  readonly messages: readonly InboundMessage[];
  readonly statuses: readonly StatusReading[];
  /** Faults of the number or the app, told without a message. */
  readonly errors: readonly GraphErrorObject[];
  readonly userActions: readonly ItemReading<UserAction>[];
  /** Under conversation routing: what the earlier owner of the thread says about it. */
  readonly conversationContext: string | undefined;
}

/** Reads a `messages` value item by item; a part that cannot be read never costs the others. Never throws. */
export function parseMessagesValue(value: JsonRecord): MessagesValue {
  return {
    ...readNumberScope(value),
    messages: listItems(value, 'messages').map(readMessage),
    statuses: listItems(value, 'statuses').map(readStatus),
    errors: errorList.parse(value.errors),
    userActions: readItems(value, 'user_actions', userAction),
    conversationContext: conversationContext.parse(value.conversation_context)?.summary?.text,
  };
}

export const messages = defineNumberField('messages', parseMessagesValue);

const errorList = tolerantList(graphErrorObject);

const conversationContext = decoration(
  z.looseObject({
    type: decoration(z.string()),
    summary: decoration(z.looseObject({ text: decoration(z.string()) })),
  }),
);
