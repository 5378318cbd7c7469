import { FlowButton } from '../../flow/FlowButton.tsx';
import type { TemplateButtonProps } from '../template-button.ts';
import { DeadButton } from './DeadButton.tsx';

export function TemplateFlowButton({ button, message }: TemplateButtonProps) {
  if (!button.flow) return <DeadButton button={button} message={message} />;
  return <FlowButton parameters={{ ...button.flow, flow_cta: button.text }} message={message} />;
}
