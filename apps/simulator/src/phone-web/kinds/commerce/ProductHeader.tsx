import { useLanguage } from '../../i18n/language.ts';
import { formatMoney } from '../../i18n/money.ts';
import styles from './commerce.module.css';
import { ProductPicture } from './ProductPicture.tsx';
import { useProducts } from './use-products.ts';

/** A product above the text of a template. */
export function ProductHeader({ catalogId, retailerId }: { catalogId: string; retailerId: string }) {
  const language = useLanguage();
  const product = useProducts(catalogId, [retailerId])?.products[0];
  return (
    <div className={styles.product} data-header>
      <ProductPicture retailerId={retailerId} large />
      <strong>{product?.name[language] ?? retailerId}</strong>
      {product && <span>{formatMoney(product.price, product.currency, language)}</span>}
    </div>
  );
}
