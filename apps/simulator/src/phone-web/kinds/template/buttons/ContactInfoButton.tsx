import { ContactInfoAnswer } from '../../parts/ContactInfoAnswer.tsx';
import type { TemplateButtonProps } from '../template-button.ts';

export function ContactInfoButton({ button, message }: TemplateButtonProps) {
  return <ContactInfoAnswer title={button.text} message={message} />;
}
