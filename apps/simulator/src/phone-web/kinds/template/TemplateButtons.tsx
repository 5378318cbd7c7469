import { List } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import type { ShownMessage } from '../../session/outbox.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { AnswerButton } from '../parts/AnswerButton.tsx';
import styles from '../parts/kinds.module.css';
import { findTemplateButton } from './button-registry.ts';
import type { TemplateButton } from './template-content.ts';

type TemplateButtonsProps = Readonly<{ buttons: readonly TemplateButton[]; message: ShownMessage }>;

/** A phone shows up to three buttons; of more it shows two, and a list of all. */
const mostShown = 3;
const shownOfMore = 2;

export function TemplateButtons({ buttons, message }: TemplateButtonsProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  if (buttons.length === 0) return null;
  const shown = buttons.length > mostShown ? buttons.slice(0, shownOfMore) : buttons;
  return (
    <div className={styles.answers}>
      <ButtonList buttons={shown} message={message} />
      {shown.length < buttons.length && (
        <AnswerButton title={text.interactive.allOptions} icon={List} onPress={() => setOpen(true)} />
      )}
      {isOpen && (
        <Sheet title={text.interactive.allOptions} onClose={() => setOpen(false)}>
          <ButtonList buttons={buttons} message={message} />
        </Sheet>
      )}
    </div>
  );
}

function ButtonList({ buttons, message }: TemplateButtonsProps) {
  return (
    <Suspense fallback={null}>
      {buttons.map((button, index) => {
        const View = findTemplateButton(button.type);
        return <View key={button.index ?? index} button={button} message={message} />;
      })}
    </Suspense>
  );
}
