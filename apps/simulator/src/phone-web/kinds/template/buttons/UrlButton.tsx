import { LinkButton } from '../../parts/LinkButton.tsx';
import type { TemplateButtonProps } from '../template-button.ts';

export function UrlButton({ button }: TemplateButtonProps) {
  const { url = '', text = url } = button;
  return <LinkButton title={text} url={url} />;
}
