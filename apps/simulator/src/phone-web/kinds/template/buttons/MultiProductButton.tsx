import { z } from 'zod';
import { useText } from '../../../i18n/language.ts';
import { CatalogButton } from '../../commerce/CatalogButton.tsx';
import { productSectionsSchema } from '../../commerce/product-sections.ts';
import type { TemplateButtonProps } from '../template-button.ts';

const actionSchema = z.looseObject({ sections: productSectionsSchema });

export function MultiProductButton({ button, message }: TemplateButtonProps) {
  const text = useText();
  const sections = actionSchema.safeParse(button.action).data?.sections;
  return (
    <CatalogButton title={button.text ?? text.commerce.viewItems} sections={sections} message={message} />
  );
}
