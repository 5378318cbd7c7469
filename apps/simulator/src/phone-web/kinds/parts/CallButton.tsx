import { Phone } from 'lucide-react';
import { useChat } from '../../chat/chat-context.ts';
import { useText } from '../../i18n/language.ts';
import type { ShownMessage } from '../../session/outbox.ts';
import { AnswerButton } from './AnswerButton.tsx';

type CallButtonProps = Readonly<{
  title: string | undefined;
  message: ShownMessage;
  /** Comes back in the webhook of the call. */
  payload?: string;
  note?: string;
}>;

/** Calls the business, if it can be called. Nothing is heard: a virtual phone has no line. */
export function CallButton({ title, message, payload, note }: CallButtonProps) {
  const text = useText();
  const { chat, act } = useChat();
  const { canCall, call, phoneNumberId } = chat;
  return (
    <AnswerButton
      title={title ?? text.calls.callNow}
      icon={Phone}
      isDisabled={!canCall || call !== undefined || message.direction === 'sent'}
      note={note ?? (canCall ? undefined : text.calls.notTaken)}
      onPress={() => act('call', { phoneNumberId, ...(payload && { ctaPayload: payload }) })}
    />
  );
}
