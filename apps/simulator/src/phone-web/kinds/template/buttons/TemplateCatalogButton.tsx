import { useText } from '../../../i18n/language.ts';
import { CatalogButton } from '../../commerce/CatalogButton.tsx';
import type { TemplateButtonProps } from '../template-button.ts';

export function TemplateCatalogButton({ button, message }: TemplateButtonProps) {
  const text = useText();
  return <CatalogButton title={button.text ?? text.commerce.viewCatalog} message={message} />;
}
