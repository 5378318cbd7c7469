import { z } from 'zod';
import { CallButton } from '../../parts/CallButton.tsx';
import styles from '../../parts/kinds.module.css';
import type { InteractiveActionProps } from '../interactive-action.ts';

const voiceCallSchema = z.looseObject({
  parameters: z
    .looseObject({ display_text: z.string().optional(), payload: z.string().optional() })
    .default({}),
});

export function VoiceCallAction({ action, message }: InteractiveActionProps) {
  const { display_text: title, payload } = voiceCallSchema.safeParse(action).data?.parameters ?? {};
  return (
    <div className={styles.answers}>
      <CallButton title={title} payload={payload} message={message} />
    </div>
  );
}
