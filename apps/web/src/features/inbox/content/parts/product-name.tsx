import { useProduct } from '../use-product.ts';

/** What a product is called; its id where nobody knows. */
export function ProductName({ productId }: { readonly productId: string }) {
  const product = useProduct(productId);
  return product ? <span title={productId}>{product.name}</span> : productId;
}
