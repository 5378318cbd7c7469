import { CallButton } from '../../parts/CallButton.tsx';
import type { TemplateButtonProps } from '../template-button.ts';

export function VoiceCallButton({ button, message }: TemplateButtonProps) {
  return <CallButton title={button.text} payload={button.payload} message={message} />;
}
