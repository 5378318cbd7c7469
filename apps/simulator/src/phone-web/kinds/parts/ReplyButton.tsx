import { Reply } from 'lucide-react';
import type { ShownMessage } from '../../session/outbox.ts';
import { AnswerButton } from './AnswerButton.tsx';
import { useOneAnswer } from './use-one-answer.ts';

/** A reply button of an interactive message, also on a card; of all of a message, one can be pressed once. */
export function ReplyButton({ id, title, message }: { id: string; title: string; message: ShownMessage }) {
  const { answer, isAnswered, reply } = useOneAnswer(message);
  return (
    <AnswerButton
      title={title}
      icon={Reply}
      isChosen={answer === id}
      isDisabled={isAnswered}
      onPress={() =>
        reply({
          type: 'interactive',
          content: { type: 'button_reply', button_reply: { id, title } },
          request: { type: 'button_reply', content: { messageId: message.id, id, title } },
        })
      }
    />
  );
}
