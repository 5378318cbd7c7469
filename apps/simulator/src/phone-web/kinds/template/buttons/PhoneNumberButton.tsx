import { CallButton } from '../../parts/CallButton.tsx';
import type { TemplateButtonProps } from '../button-registry.ts';

export function PhoneNumberButton({ button, message }: TemplateButtonProps) {
  return <CallButton title={button.text} note={button.phoneNumber} message={message} />;
}
