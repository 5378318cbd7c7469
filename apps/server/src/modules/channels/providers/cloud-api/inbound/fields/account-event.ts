import { isJsonRecord, isWebhookFieldName, type WebhookChange } from '@renkei/graph-api';
import type { InboundReading, ReceivedAccountEvent } from '../../../../inbound.ts';

/** Any field that has no reader of its own: kept whole as something told about the account. */
export function readAccountEvent(change: WebhookChange): InboundReading {
  return {
    facts: [accountEventOf(change, { value: change.value, event: nameOf(change.value) })],
    problems: [],
  };
}

/** One account event of a change; `value` may be a part of the change's value. */
export function accountEventOf(
  change: WebhookChange,
  { value, event }: { readonly value: unknown; readonly event: string | null },
): ReceivedAccountEvent {
  const seconds = change.entryTime ?? timestampOf(change.value);
  return {
    fact: 'account_event',
    field: change.field,
    event,
    phoneNumberId: phoneNumberIdOf(change.value),
    accountId: change.wabaId,
    occurredAt: seconds === undefined ? null : new Date(seconds * 1000),
    value,
    known: isWebhookFieldName(change.field),
  };
}

/** The word that says best what happened, if the value has one. */
function nameOf(value: unknown): string | null {
  if (!isJsonRecord(value)) return null;
  const names = [value['event'], value['type'], value['decision'], value['status']];
  return names.find((name) => typeof name === 'string') ?? null;
}

function timestampOf(value: unknown): number | undefined {
  const seconds = isJsonRecord(value) ? Number(value['timestamp']) : Number.NaN;
  return Number.isSafeInteger(seconds) && seconds > 0 && seconds < 1e11 ? seconds : undefined;
}

const numberHolders = ['metadata', 'recipient', 'phone_number_settings'] as const;

function phoneNumberIdOf(value: unknown): string | null {
  if (!isJsonRecord(value)) return null;
  const ids = numberHolders.map((key) => {
    const holder = value[key];
    return isJsonRecord(holder) ? holder['phone_number_id'] : undefined;
  });
  return ids.find((id) => typeof id === 'string') ?? null;
}
