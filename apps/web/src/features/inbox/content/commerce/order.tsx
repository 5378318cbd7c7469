import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ContentOf } from '@renkei/contract';
import { ShoppingCart } from 'lucide-react';
import { useLanguage } from '../../../../lib/i18n.ts';
import { RichText } from '../../rich-text/rich-text.tsx';
import { formatMoney } from '../parts/format.ts';
import { Origin } from '../parts/origin.tsx';
import { ProductName } from '../parts/product-name.tsx';
import type { ContentViewProps } from '../view-props.ts';
import styles from './commerce.module.css';

/** A cart the customer has sent: its lines, and what they come to in each currency. */
export function OrderContent({ content }: ContentViewProps<'order'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const { items, note } = content;
  const count = items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <div className={styles.invoice}>
      <Origin icon={ShoppingCart}>
        <Plural value={count} one="Order of # item" other="Order of # items" />
      </Origin>
      <table className={styles.lines}>
        <caption className="visually-hidden">{t`Lines of the order`}</caption>
        <tbody>
          {items.map(({ productId, quantity, unitPrice }, index) => (
            <tr key={index}>
              <th scope="row">
                <ProductName productId={productId} />
                <span className={styles.quantity}>
                  {quantity} × {formatMoney(unitPrice, language)}
                </span>
              </th>
              <td>
                {formatMoney({ ...unitPrice, amountMicros: quantity * unitPrice.amountMicros }, language)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {[...totalsOf(items)].map(([currency, amountMicros]) => (
            <tr key={currency} className={styles.total}>
              <th scope="row">
                <Trans>Total</Trans>
              </th>
              <td>{formatMoney({ currency, amountMicros }, language)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
      <p className={styles.note}>
        <Trans>Catalog {content.catalogId}</Trans>
      </p>
      {note === undefined || note === '' ? null : <RichText text={note} />}
    </div>
  );
}

function totalsOf(items: ContentOf<'order'>['items']): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { quantity, unitPrice } of items) {
    const { currency, amountMicros } = unitPrice;
    totals.set(currency, (totals.get(currency) ?? 0) + quantity * amountMicros);
  }
  return totals;
}
