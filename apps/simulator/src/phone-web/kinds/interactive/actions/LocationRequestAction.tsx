import { MapPin } from 'lucide-react';
import { useChat } from '../../../chat/chat-context.ts';
import { useText } from '../../../i18n/language.ts';
import { AnswerButton } from '../../parts/AnswerButton.tsx';
import styles from '../../parts/kinds.module.css';
import type { InteractiveActionProps } from '../interactive-action.ts';

export function LocationRequestAction({ message }: InteractiveActionProps) {
  const text = useText();
  const { openLocationForm } = useChat();
  return (
    <div className={styles.answers}>
      <AnswerButton
        title={text.interactive.sendLocation}
        icon={MapPin}
        isDisabled={message.direction === 'sent'}
        onPress={() => openLocationForm(message.id)}
      />
    </div>
  );
}
