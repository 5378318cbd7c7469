import { isJsonRecord, type MessagesValue, parseMessagesValue, type WebhookChange } from '@renkei/graph-api';
import type { InboundFact, InboundReading } from '../../../../inbound.ts';
import { readMessage } from '../read-message.ts';
import { readStatus } from '../read-status.ts';
import { accountEventOf } from './account-event.ts';

/** Messages of customers, statuses of ours, and faults of the number told without either. */
export function readMessages(change: WebhookChange): InboundReading {
  const { field, wabaId: accountId, value } = change;
  if (!isJsonRecord(value)) return { facts: [], problems: [`${field}: the value must be an object`] };
  const parsed = parseMessagesValue(value);
  const messages = parsed.messages.map((message) =>
    readMessage(message, parsed, { direction: 'inbound', field, accountId }),
  );
  const statuses = readStatuses(parsed, field);
  const others: InboundFact[] = [
    ...(parsed.errors.length > 0 && messages.length === 0
      ? [accountEventOf(change, { value, event: 'errors' })]
      : []),
    ...parsed.userActions.map((action) =>
      accountEventOf(change, {
        value: action.raw,
        event: action.ok ? action.item.action_type : 'user_action',
      }),
    ),
  ];
  const facts = [...messages, ...statuses].flatMap((reading) => (reading.ok ? [reading.fact] : []));
  const problems = [...messages, ...statuses].flatMap((reading) => (reading.ok ? [] : [reading.problem]));
  if (facts.length + others.length + problems.length === 0) {
    // A new part beside the known ones: keep the whole value.
    others.push(accountEventOf(change, { value, event: null }));
  }
  return { facts: [...facts, ...others], problems };
}

function readStatuses({ metadata: { phoneNumberId }, statuses }: MessagesValue, field: string) {
  return statuses.map((reading) => {
    if (!reading.ok) return { ok: false, problem: `${field}: ${reading.detail}` } as const;
    if (phoneNumberId === undefined) return { ok: false, problem: `${field}: no phone_number_id` } as const;
    return { ok: true, fact: readStatus(reading.status, phoneNumberId) } as const;
  });
}
