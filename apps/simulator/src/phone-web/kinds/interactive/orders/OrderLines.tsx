import { useLanguage, useText } from '../../../i18n/language.ts';
import { formatMoney } from '../../../i18n/money.ts';
import styles from '../../parts/kinds.module.css';
import { amountOf, type OrderDetails } from './order-details.ts';

const parts = ['subtotal', 'tax', 'shipping', 'discount'] as const;

/** What is to be paid, line by line. */
export function OrderLines({ order }: { order: OrderDetails }) {
  const text = useText();
  const language = useLanguage();
  const money = (amount: number) => formatMoney(amount, order.currency, language);
  return (
    <ul className={styles.lines}>
      {order.order.items.map((item) => (
        <li key={item.name}>
          <span>
            {item.quantity} × {item.name}
          </span>
          <span>{money(amountOf(item.sale_amount ?? item.amount) * item.quantity)}</span>
        </li>
      ))}
      {parts.map((part) => {
        const amount = order.order[part];
        if (!amount) return null;
        return (
          <li key={part} data-quiet>
            <span>{amount.description ?? text.orders.parts[part]}</span>
            <span>
              {part === 'discount' ? '−' : ''}
              {money(amountOf(amount))}
            </span>
          </li>
        );
      })}
      <li data-total>
        <span>{text.commerce.total}</span>
        <span>{money(amountOf(order.total_amount))}</span>
      </li>
    </ul>
  );
}
