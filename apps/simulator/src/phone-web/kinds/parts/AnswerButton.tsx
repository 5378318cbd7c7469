import { Check, type LucideIcon } from 'lucide-react';
import { useText } from '../../i18n/language.ts';
import styles from './kinds.module.css';

type AnswerButtonProps = Readonly<{
  title: string;
  onPress?: () => void;
  icon?: LucideIcon;
  isChosen?: boolean;
  isDisabled?: boolean;
  note?: string;
}>;

/** A button under a message of the business. */
export function AnswerButton(props: AnswerButtonProps) {
  const { title, onPress, icon, isChosen = false, isDisabled = false, note } = props;
  const text = useText();
  const Icon = isChosen ? Check : icon;
  return (
    <button type="button" className={styles.answer} disabled={isDisabled} onClick={onPress} title={note}>
      {Icon && <Icon size={16} aria-hidden="true" />}
      {title}
      {isChosen && <span className="visually-hidden">{text.interactive.selected}</span>}
    </button>
  );
}
