import type { ContentOf } from '@renkei/contract';

type Order = ContentOf<'payment_request'>['order'];

/** Items + tax + shipping − discount, in micro-units. */
export function orderTotals({ items, tax, shipping, discount }: Order) {
  const itemsMicros = items.reduce(
    (sum, { quantity, unitAmountMicros, saleAmountMicros }) =>
      sum + quantity * (saleAmountMicros ?? unitAmountMicros),
    0,
  );
  const extra = tax.amountMicros + (shipping?.amountMicros ?? 0) - (discount?.amountMicros ?? 0);
  return { itemsMicros, totalMicros: itemsMicros + extra };
}
