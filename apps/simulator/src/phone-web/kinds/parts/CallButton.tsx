import { Phone } from 'lucide-react';
import { useText } from '../../i18n/language.ts';
import { AnswerButton } from './AnswerButton.tsx';

/** A virtual phone has no line: the button says so. */
export function CallButton({ title, note }: { title: string | undefined; note?: string }) {
  const text = useText();
  return (
    <AnswerButton
      title={title ?? text.calls.callNow}
      icon={Phone}
      isDisabled
      note={note ?? text.calls.noLine}
    />
  );
}
