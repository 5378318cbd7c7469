import { isJsonRecord, parseMessageEchoesValue } from '@renkei/graph-api';
import { readMessage } from '../read-message.ts';
import { joinReadings, type ReadField, readingOf } from './define.ts';

/** What the business typed, edited or took back in the WhatsApp Business app on its phone. */
export const readMessageEchoes: ReadField = ({ field, value }) => {
  if (!isJsonRecord(value)) return { facts: [], problems: [`${field}: the value must be an object`] };
  const parsed = parseMessageEchoesValue(value);
  return joinReadings(
    parsed.messageEchoes.map((message) =>
      readingOf(readMessage(message, parsed, { direction: 'echo', field })),
    ),
  );
};
