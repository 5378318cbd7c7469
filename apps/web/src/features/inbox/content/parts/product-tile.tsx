import { useLingui } from '@lingui/react/macro';
import { ShoppingBag } from 'lucide-react';
import styles from './parts.module.css';

/** A product of the catalog, by the shop's own id. Its picture and price are the catalog's, which WhatsApp shows. */
export function ProductTile({ productId }: { readonly productId: string }) {
  const { t } = useLingui();
  return (
    <div className={styles.product}>
      <ShoppingBag size={18} strokeWidth={1.7} role="img" aria-label={t`Product`} />
      <span className={styles.productId}>{productId}</span>
    </div>
  );
}
