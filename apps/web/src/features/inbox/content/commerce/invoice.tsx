import { Trans, useLingui } from '@lingui/react/macro';
import type { ContentOf } from '@renkei/contract';
import { formatDateTime } from '../../../../lib/format-time.ts';
import { useLanguage } from '../../../../lib/i18n.ts';
import { formatMoney } from '../parts/format.ts';
import styles from './commerce.module.css';
import { orderTotals } from './order-totals.ts';
import { usePaymentNames } from './payment-names.ts';

type Order = ContentOf<'payment_request'>['order'];

/** What is bought, what it costs in all, until when and how it can be paid. */
export function Invoice({ order }: { readonly order: Order }) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = usePaymentNames();
  const { items, tax, shipping, discount, expires, payments, referenceId, currency } = order;
  const { itemsMicros, totalMicros } = orderTotals(order);
  const money = (amountMicros: number) => formatMoney({ currency, amountMicros }, language);
  const charges = [
    { name: t`Subtotal`, amountMicros: itemsMicros, description: undefined },
    { name: t`Tax`, ...tax },
    ...(shipping === undefined ? [] : [{ name: t`Shipping`, ...shipping }]),
    ...(discount === undefined
      ? []
      : [{ name: t`Discount`, ...discount, amountMicros: -discount.amountMicros }]),
  ];
  return (
    <div className={styles.invoice}>
      <table className={styles.lines}>
        <caption>
          <Trans>Order {referenceId}</Trans>
        </caption>
        <tbody>
          {items.map((item, index) => (
            <tr key={index}>
              <th scope="row">
                {item.name}
                <span className={styles.quantity}>
                  {item.quantity} × {money(item.saleAmountMicros ?? item.unitAmountMicros)}
                  {item.saleAmountMicros === undefined ? null : <s>{money(item.unitAmountMicros)}</s>}
                </span>
              </th>
              <td>{money(item.quantity * (item.saleAmountMicros ?? item.unitAmountMicros))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {charges.map(({ name, amountMicros, description }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {description === undefined ? null : ` (${description})`}
              </th>
              <td>{money(amountMicros)}</td>
            </tr>
          ))}
          <tr className={styles.total}>
            <th scope="row">
              <Trans>Total</Trans>
            </th>
            <td>{money(totalMicros)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={styles.note}>
        <Trans>Paid by {payments.map(nameOf).join(', ')}</Trans>
      </p>
      {expires === undefined ? null : (
        <p className={styles.note}>
          <Trans>Until {formatDateTime(expires.at, language)}</Trans> · {expires.description}
        </p>
      )}
    </div>
  );
}
