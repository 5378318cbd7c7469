import { MessageCircle, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Product } from '../../api/wire.ts';
import { useChat } from '../../chat/chat-context.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { formatMoney } from '../../i18n/money.ts';
import type { ShownMessage } from '../../session/outbox.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { CartBar } from './CartBar.tsx';
import styles from './commerce.module.css';
import { EnquiryForm } from './EnquiryForm.tsx';
import { ProductPicture } from './ProductPicture.tsx';
import type { ProductSections } from './product-sections.ts';
import { useCart } from './use-cart.ts';
import { useProducts } from './use-products.ts';

type CatalogSheetProps = Readonly<{
  catalogId?: string;
  sections?: ProductSections;
  /** What is being looked at; its sender cannot order from it. */
  message?: ShownMessage;
  onClose: () => void;
}>;

/** Products to put into a cart, ask about, and order. */
export function CatalogSheet({ catalogId = '', sections, message, onClose }: CatalogSheetProps) {
  const text = useText();
  const { chat, waId } = useChat();
  const [enquiredId, setEnquiredId] = useState<string>();
  const ids = sections?.flatMap(({ product_items: items }) => items.map((item) => item.product_retailer_id));
  const assortment = useProducts(catalogId, ids ?? []);
  const shownCatalogId = assortment?.catalogId ?? catalogId;
  const { cart, setQuantity, clear } = useCart(`${waId}/${chat.phoneNumberId}/${shownCatalogId}`);
  const canOrder = message?.direction !== 'sent';

  if (enquiredId !== undefined) {
    return <EnquiryForm catalogId={shownCatalogId} productRetailerId={enquiredId} onClose={onClose} />;
  }
  const groups: ProductSections = sections ?? [
    {
      product_items:
        assortment?.products.map((product) => ({ product_retailer_id: product.retailerId })) ?? [],
    },
  ];
  const byId = new Map(assortment?.products.map((product) => [product.retailerId, product]));
  return (
    <Sheet title={text.commerce.catalog} onClose={onClose}>
      {groups.map(({ title, product_items: items }) => (
        <section key={title ?? items[0]?.product_retailer_id ?? 'all'} className={styles.section}>
          {title && <h3>{title}</h3>}
          <ul>
            {items.map(({ product_retailer_id: id }) => (
              <ProductRow
                key={id}
                retailerId={id}
                product={byId.get(id)}
                quantity={cart.get(id) ?? 0}
                onQuantity={canOrder ? (quantity) => setQuantity(id, quantity) : undefined}
                onAsk={canOrder ? () => setEnquiredId(id) : undefined}
              />
            ))}
          </ul>
        </section>
      ))}
      {canOrder && cart.size > 0 && assortment && (
        <CartBar
          catalogId={shownCatalogId}
          cart={cart}
          products={byId}
          onSent={() => {
            clear();
            onClose();
          }}
        />
      )}
    </Sheet>
  );
}

type ProductRowProps = Readonly<{
  retailerId: string;
  product: Product | undefined;
  quantity: number;
  onQuantity?: (quantity: number) => void;
  onAsk?: () => void;
}>;

function ProductRow({ retailerId, product, quantity, onQuantity, onAsk }: ProductRowProps) {
  const text = useText();
  const language = useLanguage();
  const name = product?.name[language] ?? retailerId;
  return (
    <li className={styles.row}>
      <ProductPicture retailerId={retailerId} />
      <span className={styles.rowText}>
        <strong>{name}</strong>
        <small>{retailerId}</small>
        {product && <span>{formatMoney(product.price, product.currency, language)}</span>}
      </span>
      {onAsk && <IconButton icon={MessageCircle} label={text.commerce.ask(name)} onClick={onAsk} />}
      {onQuantity && quantity > 0 && (
        <>
          <IconButton
            icon={Minus}
            label={text.commerce.less(name)}
            onClick={() => onQuantity(quantity - 1)}
          />
          <output>{quantity}</output>
        </>
      )}
      {onQuantity && (
        <IconButton icon={Plus} label={text.commerce.add(name)} onClick={() => onQuantity(quantity + 1)} />
      )}
    </li>
  );
}
