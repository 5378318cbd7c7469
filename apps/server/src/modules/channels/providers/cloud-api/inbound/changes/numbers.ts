import type { WebhookChange, WebhookValue } from '@renkei/graph-api';
import type { ReceivedNumberChange } from '../../../../inbound.ts';
import { readLimit } from '../account/numbers.ts';

/** Meta raises all numbers of good standing to this throughput. (Meta, "Throughput", 2026) */
const highMessagesPerSecond = 1_000;

/** The ratings that the words of `phone_number_quality_update` come to. */
const qualityOf: Readonly<Record<string, string>> = { FLAGGED: 'RED', UNFLAGGED: 'GREEN' };

export function readNumberQuality(value: WebhookValue<'phone_number_quality_update'>, change: WebhookChange) {
  const limit = value.max_daily_conversations_per_business ?? value.current_limit;
  return [
    numberChange(value.display_phone_number, change, {
      quality: qualityOf[value.event] ?? null,
      messagingLimit: limit === undefined ? null : readLimit(limit),
      messagesPerSecond: value.event === 'THROUGHPUT_UPGRADE' ? highMessagesPerSecond : null,
    }),
  ];
}

export function readNumberName(value: WebhookValue<'phone_number_name_update'>, change: WebhookChange) {
  return [numberChange(value.display_phone_number, change, { nameStatus: value.decision })];
}

/** The limit is one of the whole business since 2025-10. (Meta, "Messaging limits", 2026) */
export function readCapability(value: WebhookValue<'business_capability_update'>, change: WebhookChange) {
  const limit = value.max_daily_conversations_per_business ?? value.max_daily_conversation_per_phone;
  return limit === undefined
    ? []
    : [numberChange(undefined, change, { messagingLimit: readLimit(limit) }, true)];
}

function numberChange(
  displayNumber: string | undefined,
  { wabaId: accountId }: WebhookChange,
  change: Partial<Omit<ReceivedNumberChange, 'fact' | 'phoneNumberId' | 'accountId' | 'phoneNumber'>>,
  ofAllNumbers = false,
): ReceivedNumberChange {
  return {
    fact: 'number',
    phoneNumberId: null,
    accountId,
    phoneNumber: ofAllNumbers ? null : (displayNumber?.replace(/\D/g, '') ?? ''),
    quality: null,
    messagingLimit: null,
    nameStatus: null,
    messagesPerSecond: null,
    ...change,
  };
}
