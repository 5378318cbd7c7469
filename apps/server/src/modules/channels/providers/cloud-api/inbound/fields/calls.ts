import { isJsonRecord, readWebhookValue } from '@renkei/graph-api';
import type { InboundFact } from '../../../../inbound.ts';
import { readCallEvent, readCallStatus } from '../read-call.ts';
import { readAccountEvent } from './account-event.ts';
import { joinReadings, type ReadField } from './define.ts';

/** Voice calls: a message of the conversation each, beside the account events. */
export const readCalls: ReadField = (change) => {
  const reading = readWebhookValue('calls', change.value);
  if (!isJsonRecord(change.value) || !reading.ok || reading.field !== 'calls')
    return readAccountEvent(change);
  const { value } = reading;
  const { phoneNumberId } = value.metadata;
  const told = [
    ...value.calls.flatMap((call) => (call.ok ? [readCallEvent(call.item, value)] : [])),
    ...value.statuses.flatMap((status) => (status.ok ? (readCallStatus(status.status, value) ?? []) : [])),
  ];
  const facts = told.flatMap((call): readonly InboundFact[] =>
    phoneNumberId === undefined || (call.person.waId === undefined && call.person.userId === undefined)
      ? []
      : [{ ...call, phoneNumberId }],
  );
  return joinReadings([{ facts, problems: [] }, readAccountEvent(change)]);
};
