import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../i18n/language.ts';
import { AnswerButton } from '../../parts/AnswerButton.tsx';
import type { TemplateButtonProps } from '../template-button.ts';

/** Copies a coupon or a one-time code. One-tap codes would be handed to the app they are for: there is none here. */
export function CodeButton({ button }: TemplateButtonProps) {
  const text = useText();
  const [isCopied, setCopied] = useState(false);
  const { code, text: title = text.interactive.copyCode } = button;
  if (code === undefined) return <AnswerButton title={title} icon={Copy} isDisabled />;
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <AnswerButton
      title={isCopied ? text.kinds.code : title}
      icon={isCopied ? Check : Copy}
      note={code}
      onPress={() => void copy()}
    />
  );
}
