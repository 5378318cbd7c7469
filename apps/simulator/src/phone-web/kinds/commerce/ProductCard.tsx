import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { formatMoney } from '../../i18n/money.ts';
import type { ShownMessage } from '../../session/outbox.ts';
import { AnswerButton } from '../parts/AnswerButton.tsx';
import kinds from '../parts/kinds.module.css';
import { CatalogSheet } from './CatalogSheet.tsx';
import styles from './commerce.module.css';
import { ProductPicture } from './ProductPicture.tsx';
import { useProducts } from './use-products.ts';

type ProductCardProps = Readonly<{ catalogId: string; productRetailerId: string; message: ShownMessage }>;

/** A product in a message: picture, name, price, and a button to its page. */
export function ProductCard({ catalogId, productRetailerId, message }: ProductCardProps) {
  const text = useText();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const product = useProducts(catalogId, [productRetailerId])?.products[0];
  return (
    <>
      <div className={styles.product}>
        <ProductPicture retailerId={productRetailerId} large />
        <strong>{product?.name[language] ?? productRetailerId}</strong>
        {product && <span>{formatMoney(product.price, product.currency, language)}</span>}
      </div>
      <div className={kinds.answers}>
        <AnswerButton title={text.commerce.view} onPress={() => setOpen(true)} />
      </div>
      {isOpen && (
        <CatalogSheet
          catalogId={catalogId}
          sections={[{ product_items: [{ product_retailer_id: productRetailerId }] }]}
          message={message}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
