import { z } from 'zod';
import styles from '../../parts/kinds.module.css';
import { LinkButton } from '../../parts/LinkButton.tsx';
import type { InteractiveActionProps } from '../interactive-action.ts';

const ctaUrlSchema = z.looseObject({
  parameters: z.looseObject({ display_text: z.string(), url: z.string() }),
});

export function CtaUrlAction({ action }: InteractiveActionProps) {
  const parsed = ctaUrlSchema.safeParse(action);
  if (!parsed.success) return null;
  const { display_text, url } = parsed.data.parameters;
  return (
    <div className={styles.answers}>
      <LinkButton title={display_text} url={url} />
    </div>
  );
}
