import { isJsonRecord, type MessagesValue, parseMessagesValue } from '@renkei/graph-api';
import type { InboundReading } from '../../../../inbound.ts';
import { tellMessages } from '../account/messages.ts';
import { readMessage } from '../read-message.ts';
import { readStatus } from '../read-status.ts';
import { accountEventOf, readAccountEvent } from './account-event.ts';
import { joinReadings, type ReadField, readingOf } from './define.ts';

/** Messages of customers, statuses of ours, payments, clicks, and faults of the number told without either. */
export const readMessages: ReadField = (change) => {
  const { field, value } = change;
  if (!isJsonRecord(value)) return { facts: [], problems: [`${field}: the value must be an object`] };
  const parsed = parseMessagesValue(value);
  const events = tellMessages(parsed).map((telling) => accountEventOf(change, telling));
  const reading = joinReadings([
    ...parsed.messages.map((message) =>
      readingOf(readMessage(message, parsed, { direction: 'inbound', field })),
    ),
    ...readStatuses(parsed, field),
    { facts: events, problems: [] },
  ]);
  // A new part beside the known ones: keep the whole value.
  return reading.facts.length + reading.problems.length > 0 ? reading : readAccountEvent(change);
};

function readStatuses(
  { metadata: { phoneNumberId }, statuses }: MessagesValue,
  field: string,
): readonly InboundReading[] {
  return statuses.map((reading) => {
    if (!reading.ok) return { facts: [], problems: [`${field}: ${reading.detail}`] };
    if (phoneNumberId === undefined) return { facts: [], problems: [`${field}: no phone_number_id`] };
    return { facts: [readStatus(reading.status, phoneNumberId)], problems: [] };
  });
}
