import { z } from 'zod';
import { FlowButton } from '../../flow/FlowButton.tsx';
import { flowParametersSchema } from '../../flow/flow-parameters.ts';
import styles from '../../parts/kinds.module.css';
import type { InteractiveActionProps } from '../interactive-action.ts';

const flowActionSchema = z.looseObject({ parameters: flowParametersSchema });

export function FlowAction({ action, message }: InteractiveActionProps) {
  const parsed = flowActionSchema.safeParse(action);
  if (!parsed.success) return null;
  return (
    <div className={styles.answers}>
      <FlowButton parameters={parsed.data.parameters} message={message} />
    </div>
  );
}
