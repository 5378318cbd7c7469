import type { orderDetails } from '@renkei/contract';
import type * as z from 'zod';

export type OrderDetails = z.infer<typeof orderDetails>;

/** What the total is worked out of. */
export type Priced = Pick<OrderDetails, 'items' | 'tax' | 'shipping' | 'discount'>;

/** In micro-units: what is sold, and what is to be paid in the end (items + tax + shipping − discount). */
export function totalOf(order: Priced) {
  const subtotalMicros = order.items.reduce((sum, { quantity, unitAmountMicros, saleAmountMicros }) => {
    const count = Number.isFinite(quantity) ? quantity : 0;
    return sum + count * (saleAmountMicros ?? unitAmountMicros);
  }, 0);
  const charges = order.tax.amountMicros + (order.shipping?.amountMicros ?? 0);
  return {
    subtotalMicros,
    totalMicros: subtotalMicros + charges - (order.discount?.amountMicros ?? 0),
  };
}
