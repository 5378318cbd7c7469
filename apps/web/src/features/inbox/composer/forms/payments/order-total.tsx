import { Trans } from '@lingui/react/macro';
import { useLanguage } from '../../../../../lib/i18n.ts';
import { formatMoney } from '../../../content/parts/format.ts';
import type { OrderDetails } from './order-fields.tsx';
import styles from './order-total.module.css';

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

export function OrderTotal({ order }: { readonly order: OrderDetails }) {
  const language = useLanguage();
  const { subtotalMicros, totalMicros } = totalOf(order);
  const { currency } = order;
  return (
    <dl className={styles.root} aria-live="polite">
      <dt>
        <Trans>Items</Trans>
      </dt>
      <dd>{formatMoney({ currency, amountMicros: subtotalMicros }, language)}</dd>
      <dt className={styles.total}>
        <Trans>Total</Trans>
      </dt>
      <dd className={styles.total}>{formatMoney({ currency, amountMicros: totalMicros }, language)}</dd>
    </dl>
  );
}
