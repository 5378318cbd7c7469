import { useProduct } from '../use-product.ts';
import styles from './parts.module.css';

/** What a product is called, before its id; the id alone where nobody knows. */
export function ProductName({ productId }: { readonly productId: string }) {
  const product = useProduct(productId);
  const id = <span className={styles.productId}>{productId}</span>;
  return product ? (
    <>
      {product.name} {id}
    </>
  ) : (
    productId
  );
}
