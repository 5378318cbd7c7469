import { type FormEvent } from 'react';
import type { Product } from '../../api/wire.ts';
import { useChat } from '../../chat/chat-context.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { formatMoney } from '../../i18n/money.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import styles from './commerce.module.css';

type CartBarProps = Readonly<{
  catalogId: string;
  cart: ReadonlyMap<string, number>;
  products: ReadonlyMap<string, Product>;
  onSent: () => void;
}>;

/** What the cart comes to, a note to the business, and the order itself. */
export function CartBar({ catalogId, cart, products, onSent }: CartBarProps) {
  const text = useText();
  const language = useLanguage();
  const { send } = useChat();
  const lines = [...cart].map(([retailerId, quantity]) => {
    const { price = 0, currency = 'JPY' } = products.get(retailerId) ?? {};
    return { retailerId, quantity, price, currency };
  });
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const total = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = readField(new FormData(event.currentTarget), 'note');
    send({
      type: 'order',
      content: {
        catalog_id: catalogId,
        ...(note && { text: note }),
        product_items: lines.map(({ retailerId, quantity, price, currency }) => ({
          product_retailer_id: retailerId,
          quantity,
          item_price: price,
          currency,
        })),
      },
      request: {
        type: 'order',
        content: {
          catalogId,
          ...(note && { text: note }),
          items: lines.map(({ retailerId, quantity, price, currency }) => ({
            productRetailerId: retailerId,
            quantity,
            itemPrice: price,
            currency,
          })),
        },
      },
    });
    onSent();
  };

  return (
    <form className={styles.cart} onSubmit={submit}>
      <Field label={text.commerce.note} name="note" autoComplete="off" />
      <Button tone="accent" type="submit">
        {text.commerce.sendOrder(count, formatMoney(total, lines[0]?.currency ?? 'JPY', language))}
      </Button>
    </form>
  );
}
