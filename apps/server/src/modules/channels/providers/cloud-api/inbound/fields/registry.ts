import type { WebhookChange } from '@renkei/graph-api';
import type { InboundReading } from '../../../../inbound.ts';
import { readAccountEvent } from './account-event.ts';
import { readCalls } from './calls.ts';
import type { ReadField } from './define.ts';
import { readMessageEchoes } from './message-echoes.ts';
import { readMessages } from './messages.ts';

/** Webhook fields that are more than something told about the account. */
const fields: Readonly<Record<string, ReadField>> = {
  messages: readMessages,
  smb_message_echoes: readMessageEchoes,
  message_echoes: readMessageEchoes,
  calls: readCalls,
};

/** Reads a change by its field; one that nobody knows is kept as an account event. */
export function readChange(change: WebhookChange): InboundReading {
  const read = Object.hasOwn(fields, change.field) ? fields[change.field] : undefined;
  return (read ?? readAccountEvent)(change);
}
