import { ContactRound } from 'lucide-react';
import { useText } from '../../i18n/language.ts';
import type { ShownMessage } from '../../session/outbox.ts';
import { AnswerButton } from './AnswerButton.tsx';
import { useOneAnswer } from './use-one-answer.ts';

/** Shares the person's own number with the business, once. */
export function ContactInfoAnswer({ title, message }: { title?: string; message: ShownMessage }) {
  const text = useText();
  const { answer, isAnswered, reply, waId } = useOneAnswer(message);
  const share = () => {
    const name = `+${waId}`;
    reply({
      type: 'contacts',
      content: [{ origin: 'contact_request', name: { formatted_name: name }, phones: [{ phone: name }] }],
      request: { type: 'contact_info_reply', content: { messageId: message.id } },
    });
  };
  return (
    <AnswerButton
      title={answer ? text.interactive.contactShared : (title ?? text.interactive.shareContact)}
      icon={ContactRound}
      isChosen={answer !== undefined}
      isDisabled={isAnswered}
      onPress={share}
    />
  );
}
