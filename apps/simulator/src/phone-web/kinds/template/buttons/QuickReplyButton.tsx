import { Reply } from 'lucide-react';
import { AnswerButton } from '../../parts/AnswerButton.tsx';
import { useOneAnswer } from '../../parts/use-one-answer.ts';
import type { TemplateButtonProps } from '../template-button.ts';

/** Meta sends the button's own text as the payload when the sender set none (cloud-api: template sends). */
export function QuickReplyButton({ button, message }: TemplateButtonProps) {
  const { answer, isAnswered, reply } = useOneAnswer(message);
  const { text = '' } = button;
  const payload = button.payload ?? text;
  return (
    <AnswerButton
      title={text}
      icon={Reply}
      isChosen={answer === payload}
      isDisabled={isAnswered}
      onPress={() => {
        const content = { text, payload };
        const request = { type: 'button', content: { messageId: message.id, ...content } };
        reply({ type: 'button', content, request });
      }}
    />
  );
}
