import { Trans } from '@lingui/react/macro';
import { useLanguage } from '../../../../../lib/i18n.ts';
import { formatMoney } from '../../../content/parts/format.ts';
import { type OrderDetails, totalOf } from './order-details.ts';
import styles from './order-total.module.css';

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
