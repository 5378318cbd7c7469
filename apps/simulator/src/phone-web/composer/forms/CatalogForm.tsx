import { CatalogSheet } from '../../kinds/commerce/CatalogSheet.tsx';
import type { AttachFormProps } from './attach-form.ts';

/** The shop of the business: an order, or a question about a product. */
export function CatalogForm({ onClose }: AttachFormProps) {
  return <CatalogSheet onClose={onClose} />;
}
