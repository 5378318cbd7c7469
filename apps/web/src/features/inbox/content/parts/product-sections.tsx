import styles from './parts.module.css';
import { ProductTile } from './product-tile.tsx';

interface ProductSectionsProps {
  readonly sections: readonly {
    readonly title?: string | undefined;
    readonly productIds: readonly string[];
  }[];
}

export function ProductSections({ sections }: ProductSectionsProps) {
  return sections.map(({ title, productIds }, index) => (
    <section key={index}>
      {title === undefined ? null : <h4 className={styles.section}>{title}</h4>}
      <ul className={styles.rows}>
        {productIds.map((productId) => (
          <li key={productId}>
            <ProductTile productId={productId} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
