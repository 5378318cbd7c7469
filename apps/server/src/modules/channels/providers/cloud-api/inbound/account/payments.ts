import type { AccountEventKind } from '@renkei/contract';
import { findContact, type MessageStatus, type NumberScope } from '@renkei/graph-api';
import { z } from 'zod';
import { byWord, personName, type TellField, type Telling, tell } from './define.ts';

const configurations = {
  ACTIVE: 'payments.ready',
  'NEEDS CONNECTING': 'payments.to_connect',
  'NEEDS TESTING': 'payments.to_test',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellPaymentConfiguration: TellField<'payment_configuration_update'> = (value) => [
  {
    event: value.status,
    told: tell(byWord(configurations, value.status), {
      name: value.configuration_name,
      provider: value.provider_name ?? null,
    }),
  },
];

const states = {
  CAPTURED: 'payment.captured',
  PENDING: 'payment.pending',
  FAILED: 'payment.failed',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

const payment = z.object({
  reference_id: z.string().optional(),
  amount: z.object({ value: z.number(), offset: z.number().positive() }).optional(),
  currency: z.string().optional(),
  transaction: z
    .object({
      id: z.string().optional(),
      type: z.string().optional(),
      method: z.object({ type: z.string() }).optional(),
      error: z.object({ code: z.string().optional(), reason: z.string().optional() }).optional(),
    })
    .optional(),
});

/** A status of type `payment`. (Meta, "Payments API: status webhook", 2026) */
export function tellPayment(status: MessageStatus, { contacts }: NumberScope): Telling {
  const ids = { waId: status.recipientId, userId: status.recipientUserId };
  const { amount, currency, transaction, ...rest } = payment.catch({}).parse(status.raw['payment'] ?? {});
  const money =
    amount && currency
      ? { currency, amountMicros: Math.round((amount.value / amount.offset) * 1_000_000) }
      : null;
  return {
    event: `payment_${status.status}`,
    told: tell(byWord(states, status.status), {
      person: personName({ ...ids, name: findContact(contacts, ids)?.profileName }),
      referenceId: rest.reference_id ?? null,
      amount: money,
      shownAmount: money && `${(money.amountMicros / 1_000_000).toFixed(2)} ${money.currency}`,
      transactionId: transaction?.id ?? null,
      method: transaction?.method?.type ?? transaction?.type ?? null,
      error: transaction?.error?.reason ?? transaction?.error?.code ?? null,
    }),
    occurredAt: new Date(status.timestamp * 1000),
    value: status.raw,
  };
}
