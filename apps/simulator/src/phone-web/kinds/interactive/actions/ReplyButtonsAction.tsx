import { z } from 'zod';
import styles from '../../parts/kinds.module.css';
import { ReplyButton } from '../../parts/ReplyButton.tsx';
import type { InteractiveActionProps } from '../interactive-action.ts';

const replyButtonsSchema = z.looseObject({
  buttons: z.array(z.looseObject({ reply: z.looseObject({ id: z.string(), title: z.string() }) })),
});

/** One to three buttons, of which one can be pressed once. */
export function ReplyButtonsAction({ action, message }: InteractiveActionProps) {
  const parsed = replyButtonsSchema.safeParse(action);
  if (!parsed.success) return null;
  return (
    <div className={styles.answers}>
      {parsed.data.buttons.map(({ reply: { id, title } }) => (
        <ReplyButton key={id} id={id} title={title} message={message} />
      ))}
    </div>
  );
}
