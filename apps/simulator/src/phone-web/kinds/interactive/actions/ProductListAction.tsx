import { z } from 'zod';
import { useText } from '../../../i18n/language.ts';
import { CatalogButton } from '../../commerce/CatalogButton.tsx';
import { productSectionsSchema } from '../../commerce/product-sections.ts';
import styles from '../../parts/kinds.module.css';
import type { InteractiveActionProps } from '../interactive-action.ts';

const productListSchema = z.looseObject({ catalog_id: z.string(), sections: productSectionsSchema });

/** Up to thirty products in sections. */
export function ProductListAction({ action, message }: InteractiveActionProps) {
  const text = useText();
  const parsed = productListSchema.safeParse(action);
  if (!parsed.success) return null;
  return (
    <div className={styles.answers}>
      <CatalogButton
        title={text.commerce.viewItems}
        catalogId={parsed.data.catalog_id}
        sections={parsed.data.sections}
        message={message}
      />
    </div>
  );
}
