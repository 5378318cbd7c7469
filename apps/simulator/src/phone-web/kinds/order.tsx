import { ShoppingBag } from 'lucide-react';
import { z } from 'zod';
import { useLanguage, useText } from '../i18n/language.ts';
import { formatMoney } from '../i18n/money.ts';
import { useProducts } from './commerce/use-products.ts';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import styles from './parts/kinds.module.css';

const orderContentSchema = z.looseObject({
  catalog_id: z.string(),
  text: z.string().optional(),
  product_items: z
    .array(
      z.looseObject({
        product_retailer_id: z.string(),
        quantity: z.number(),
        item_price: z.number(),
        currency: z.string(),
      }),
    )
    .min(1),
});

type OrderContent = z.infer<typeof orderContentSchema>;

/** A cart that was sent: lines, and what they come to. */
function OrderView({ content }: KindViewProps<OrderContent>) {
  const text = useText();
  const language = useLanguage();
  const items = content.product_items;
  const assortment = useProducts(
    content.catalog_id,
    items.map((item) => item.product_retailer_id),
  );
  const nameOf = (id: string) =>
    assortment?.products.find((product) => product.retailerId === id)?.name[language] ?? id;
  const currency = items[0]?.currency ?? '';
  return (
    <>
      <div className={styles.card}>
        <ShoppingBag size={24} aria-hidden="true" />
        <span className={styles.cardText}>
          <strong>{text.commerce.items(countItems(content))}</strong>
          <small>
            {text.commerce.total} {formatMoney(totalOf(content), currency, language)}
          </small>
        </span>
      </div>
      <ul className={styles.lines}>
        {items.map((item) => (
          <li key={item.product_retailer_id}>
            <span>
              {item.quantity} × {nameOf(item.product_retailer_id)}
            </span>
            <span>{formatMoney(item.item_price * item.quantity, item.currency, language)}</span>
          </li>
        ))}
      </ul>
      {content.text && <p className={styles.text}>{content.text}</p>}
    </>
  );
}

const countItems = (content: OrderContent) =>
  content.product_items.reduce((sum, { quantity }) => sum + quantity, 0);
const totalOf = (content: OrderContent) =>
  content.product_items.reduce((sum, { quantity, item_price }) => sum + quantity * item_price, 0);

export const orderKind = defineKind({
  schema: orderContentSchema,
  View: OrderView,
  summarise: (content, text) => text.commerce.order(countItems(content)),
});
