import { ReceiptText } from 'lucide-react';
import { useLanguage, useText } from '../../../i18n/language.ts';
import { formatMoney } from '../../../i18n/money.ts';
import styles from '../../parts/kinds.module.css';
import { amountOf, type OrderDetails } from './order-details.ts';

/** The invoice in the bubble: what for, how much, and whether it was paid. */
export function OrderSummary({ order, payment }: { order: OrderDetails; payment: string | undefined }) {
  const text = useText();
  const language = useLanguage();
  const words: Readonly<Record<string, string>> = text.orders.payments;
  const count = order.order.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <div className={styles.card}>
      <ReceiptText size={24} aria-hidden="true" />
      <span className={styles.cardText}>
        <strong>{formatMoney(amountOf(order.total_amount), order.currency, language)}</strong>
        <small>
          {text.commerce.items(count)} · {text.orders.reference(order.reference_id)}
        </small>
        {payment && <small>{words[payment] ?? payment}</small>}
      </span>
    </div>
  );
}
