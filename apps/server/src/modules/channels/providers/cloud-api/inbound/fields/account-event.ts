import { isJsonRecord, isWebhookFieldName, readWebhookValue, type WebhookChange } from '@renkei/graph-api';
import type { InboundReading, ReceivedAccountEvent } from '../../../../inbound.ts';
import type { Telling } from '../account/define.ts';
import { tellValue } from '../account/registry.ts';
import { readChanges } from '../changes/registry.ts';

/** Something told about the account, in our words, and what it changes. What nobody knows is kept whole. */
export function readAccountEvent(change: WebhookChange): InboundReading {
  const reading = readWebhookValue(change.field, change.value);
  const tellings = reading.ok ? tellValue(reading) : [];
  const kept = tellings.length > 0 ? tellings : [{ told: null, event: nameOf(change.value) }];
  return {
    facts: [
      ...(reading.ok ? readChanges(reading, change) : []),
      ...kept.map((telling) => accountEventOf(change, telling)),
    ],
    problems: [],
  };
}

/** One account event of a change; `value` may be a part of the change's value. */
export function accountEventOf(change: WebhookChange, telling: Telling): ReceivedAccountEvent {
  const seconds = change.entryTime ?? timestampOf(change.value);
  return {
    fact: 'account_event',
    field: change.field,
    event: telling.event,
    phoneNumberId: phoneNumberIdOf(change.value),
    phoneNumber: displayNumberOf(change.value),
    accountId: change.wabaId,
    occurredAt: telling.occurredAt ?? (seconds === undefined ? null : new Date(seconds * 1000)),
    value: telling.value ?? change.value,
    told: telling.told,
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

/** Account fields name the number by its digits. */
function displayNumberOf(value: unknown): string | null {
  if (!isJsonRecord(value)) return null;
  const number = value['display_phone_number'] ?? value['phone_number'];
  const digits =
    typeof number === 'string' || typeof number === 'number' ? String(number).replace(/\D/g, '') : '';
  return digits === '' ? null : digits;
}
