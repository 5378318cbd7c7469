import { Store } from 'lucide-react';
import { useState } from 'react';
import type { ShownMessage } from '../../session/outbox.ts';
import { AnswerButton } from '../parts/AnswerButton.tsx';
import { CatalogSheet } from './CatalogSheet.tsx';
import type { ProductSections } from './product-sections.ts';

type CatalogButtonProps = Readonly<{
  title: string;
  message: ShownMessage;
  /** The catalog of the business when left out. */
  catalogId?: string;
  /** The whole assortment when left out. */
  sections?: ProductSections;
}>;

/** A button that opens the shop. */
export function CatalogButton({ title, message, catalogId, sections }: CatalogButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <AnswerButton title={title} icon={Store} onPress={() => setOpen(true)} />
      {isOpen && (
        <CatalogSheet
          catalogId={catalogId}
          sections={sections}
          message={message}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
