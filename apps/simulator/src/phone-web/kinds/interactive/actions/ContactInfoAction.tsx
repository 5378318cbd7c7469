import { ContactInfoAnswer } from '../../parts/ContactInfoAnswer.tsx';
import styles from '../../parts/kinds.module.css';
import type { InteractiveActionProps } from '../interactive-action.ts';

export function ContactInfoAction({ message }: InteractiveActionProps) {
  return (
    <div className={styles.answers}>
      <ContactInfoAnswer message={message} />
    </div>
  );
}
