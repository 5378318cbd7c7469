import { z } from 'zod';
import { CallButton } from '../../parts/CallButton.tsx';
import styles from '../../parts/kinds.module.css';
import type { InteractiveActionProps } from '../interactive-action.ts';

const voiceCallSchema = z.looseObject({
  parameters: z.looseObject({ display_text: z.string().optional() }).default({}),
});

export default function VoiceCallAction({ action }: InteractiveActionProps) {
  const parsed = voiceCallSchema.safeParse(action);
  return (
    <div className={styles.answers}>
      <CallButton title={parsed.data?.parameters.display_text} />
    </div>
  );
}
