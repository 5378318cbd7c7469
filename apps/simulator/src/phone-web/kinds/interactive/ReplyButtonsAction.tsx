import { Reply } from 'lucide-react';
import { z } from 'zod';
import { useChat } from '../../chat/chat-context.ts';
import { AnswerButton } from '../parts/AnswerButton.tsx';
import styles from '../parts/kinds.module.css';
import { findAnswer } from './find-answer.ts';
import type { InteractiveActionProps } from './interactive-action.ts';

const replyButtonsSchema = z.looseObject({
  buttons: z.array(z.looseObject({ reply: z.looseObject({ id: z.string(), title: z.string() }) })),
});

/** One to three buttons, of which one can be pressed once. */
export function ReplyButtonsAction({ action, message }: InteractiveActionProps) {
  const { chat, send } = useChat();
  const parsed = replyButtonsSchema.safeParse(action);
  if (!parsed.success) return null;
  const answer = findAnswer(chat.messages, message.id);
  return (
    <div className={styles.answers}>
      {parsed.data.buttons.map(({ reply: { id, title } }) => (
        <AnswerButton
          key={id}
          title={title}
          icon={Reply}
          isChosen={answer === id}
          isDisabled={answer !== undefined || message.direction === 'sent'}
          onPress={() =>
            send({
              type: 'interactive',
              content: { type: 'button_reply', button_reply: { id, title } },
              contextId: message.id,
              request: { type: 'button_reply', content: { messageId: message.id, id, title } },
            })
          }
        />
      ))}
    </div>
  );
}
