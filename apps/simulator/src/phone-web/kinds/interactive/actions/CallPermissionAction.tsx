import { PhoneCall, PhoneIncoming, PhoneOff } from 'lucide-react';
import { useText } from '../../../i18n/language.ts';
import { AnswerButton } from '../../parts/AnswerButton.tsx';
import styles from '../../parts/kinds.module.css';
import { useOneAnswer } from '../../parts/use-one-answer.ts';
import type { InteractiveActionProps } from '../interactive-action.ts';

const choices = [
  { key: 'allowAlways', icon: PhoneCall, response: 'accept', permanent: true },
  { key: 'allowOnce', icon: PhoneIncoming, response: 'accept', permanent: false },
  { key: 'decline', icon: PhoneOff, response: 'reject', permanent: false },
] as const;

/** May the business call? For seven days, always, or not at all. */
export function CallPermissionAction({ message }: Omit<InteractiveActionProps, 'action'>) {
  const text = useText();
  const { answer, isAnswered, reply } = useOneAnswer(message);
  const chosen = choices.find(({ response, permanent }) => answer === answerKey(response, permanent));
  return (
    <div className={styles.answers}>
      {choices.map(({ key, icon, response, permanent }) => (
        <AnswerButton
          key={key}
          title={text.calls[key]}
          icon={icon}
          isChosen={chosen?.key === key}
          isDisabled={isAnswered}
          onPress={() =>
            reply({
              type: 'interactive',
              content: {
                type: 'call_permission_reply',
                call_permission_reply: { response, is_permanent: permanent },
              },
              request: {
                type: 'call_permission_reply',
                content: { messageId: message.id, response, permanent },
              },
            })
          }
        />
      ))}
    </div>
  );
}

function answerKey(response: string, permanent: boolean): string {
  return response === 'accept' && permanent ? 'accept-always' : response;
}
