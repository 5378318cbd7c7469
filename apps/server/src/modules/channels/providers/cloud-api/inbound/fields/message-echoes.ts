import { isJsonRecord, parseMessageEchoesValue } from '@renkei/graph-api';
import { readMessage } from '../read-message.ts';
import { readAccountEvent } from './account-event.ts';
import { joinReadings, type ReadField, readingOf } from './define.ts';

/** What the business typed, edited or took back in the WhatsApp Business app on its phone. */
export const readMessageEchoes: ReadField = (change) => {
  const { field, value } = change;
  if (!isJsonRecord(value)) return { facts: [], problems: [`${field}: the value must be an object`] };
  const parsed = parseMessageEchoesValue(value);
  // No echo in it: something new beside them, kept whole.
  if (parsed.messageEchoes.length === 0) return readAccountEvent(change);
  return joinReadings(
    parsed.messageEchoes.map((message) =>
      readingOf(readMessage(message, parsed, { direction: 'echo', field })),
    ),
  );
};
