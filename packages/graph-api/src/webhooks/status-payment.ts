import { z } from 'zod';
import { decoration, tolerantList, wireId, wireNumber, wireTimestamp } from '../wire.ts';

/** `value / offset` of the currency: 84900 and 100 are 849.00. */
const amount = decoration(z.looseObject({ value: wireNumber, offset: wireNumber }));

const transaction = z.looseObject({
  id: decoration(wireId),
  pg_transaction_id: decoration(wireId),
  type: decoration(z.string()),
  /** pending, success or failed. */
  status: decoration(z.string()),
  created_timestamp: decoration(wireTimestamp),
  updated_timestamp: decoration(wireTimestamp),
  method: decoration(z.looseObject({ type: decoration(z.string()) })),
  error: decoration(z.looseObject({ code: decoration(wireId), reason: decoration(z.string()) })),
});

const refund = z.looseObject({
  id: decoration(wireId),
  amount,
  /** instant or normal. */
  speed_processed: decoration(z.string()),
  status: decoration(z.string()),
  created_timestamp: decoration(wireTimestamp),
  updated_timestamp: decoration(wireTimestamp),
});

/**
 * What a status of type `payment` tells. Meta advises to look the payment up before goods leave.
 * (Meta, "Payments API: webhooks", 2026)
 */
export const statusPayment = z.looseObject({
  /** The `reference_id` of the order. */
  reference_id: decoration(wireId),
  amount,
  currency: decoration(z.string()),
  transaction: decoration(transaction),
  refunds: tolerantList(refund),
  receipt: decoration(z.string()),
  notes: decoration(z.record(z.string(), z.unknown())),
});
export type StatusPayment = z.infer<typeof statusPayment>;
