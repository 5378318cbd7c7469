import { useText } from '../../../i18n/language.ts';
import { AnswerButton } from '../../parts/AnswerButton.tsx';
import type { TemplateButtonProps } from '../template-button.ts';

/** A button of a type this phone does not know. */
export function DeadButton({ button }: TemplateButtonProps) {
  const text = useText();
  return <AnswerButton title={button.text ?? button.type} isDisabled note={text.interactive.notPlayable} />;
}
