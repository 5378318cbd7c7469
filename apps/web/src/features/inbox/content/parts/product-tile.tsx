import { useLingui } from '@lingui/react/macro';
import { ShoppingBag } from 'lucide-react';
import { useLanguage } from '../../../../lib/i18n.ts';
import { useProduct } from '../use-product.ts';
import { formatMoney } from './format.ts';
import styles from './parts.module.css';

/** A product of the catalog: by its name and price where the catalog tells them, and by the shop's own id. */
export function ProductTile({ productId }: { readonly productId: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const product = useProduct(productId);
  return (
    <div className={styles.product}>
      <ShoppingBag size={18} strokeWidth={1.7} role="img" aria-label={t`Product`} />
      <span className={styles.productText}>
        {product ? <span>{product.name}</span> : null}
        <span className={styles.productId}>{productId}</span>
      </span>
      {product?.price ? <span className={styles.price}>{formatMoney(product.price, language)}</span> : null}
    </div>
  );
}
