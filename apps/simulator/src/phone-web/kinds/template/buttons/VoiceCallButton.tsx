import { CallButton } from '../../parts/CallButton.tsx';
import type { TemplateButtonProps } from '../button-registry.ts';

export default function VoiceCallButton({ button }: TemplateButtonProps) {
  return <CallButton title={button.text} />;
}
