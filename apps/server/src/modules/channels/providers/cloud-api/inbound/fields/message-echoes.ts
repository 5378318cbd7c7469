import { isJsonRecord, parseMessageEchoesValue, type WebhookChange } from '@renkei/graph-api';
import type { InboundReading } from '../../../../inbound.ts';
import { readMessage } from '../read-message.ts';

/** What the business typed in the WhatsApp Business app on its phone. */
export function readMessageEchoes(change: WebhookChange): InboundReading {
  const { field, wabaId: accountId, value } = change;
  if (!isJsonRecord(value)) return { facts: [], problems: [`${field}: the value must be an object`] };
  const parsed = parseMessageEchoesValue(value);
  const readings = parsed.messageEchoes.map((message) =>
    readMessage(message, parsed, { direction: 'echo', field, accountId }),
  );
  return {
    facts: readings.flatMap((reading) => (reading.ok ? [reading.fact] : [])),
    problems: readings.flatMap((reading) => (reading.ok ? [] : [reading.problem])),
  };
}
