import { CallButton } from '../../parts/CallButton.tsx';
import type { TemplateButtonProps } from '../template-button.ts';

export function PhoneNumberButton({ button, message }: TemplateButtonProps) {
  return <CallButton title={button.text} note={button.phoneNumber} message={message} />;
}
