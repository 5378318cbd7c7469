import { useText } from '../../../i18n/language.ts';
import { CatalogButton } from '../../commerce/CatalogButton.tsx';
import styles from '../../parts/kinds.module.css';
import type { InteractiveActionProps } from '../interactive-action.ts';

/** The whole assortment of the business. */
export function CatalogAction({ message }: InteractiveActionProps) {
  const text = useText();
  return (
    <div className={styles.answers}>
      <CatalogButton title={text.commerce.viewCatalog} message={message} />
    </div>
  );
}
