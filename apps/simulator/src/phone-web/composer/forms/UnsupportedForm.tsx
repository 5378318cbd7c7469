import { useChat } from '../../chat/chat-context.ts';
import { useText } from '../../i18n/language.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from '../composer.module.css';
import type { AttachFormProps } from './attach-form.ts';

/** What each reaches the business as: Meta's type (an open list), and the error that says why. */
const kinds = [
  { type: 'poll_creation', code: 131051 },
  { type: 'view_once', code: 131051 },
  { type: 'event', code: 131051 },
  { type: 'live_location', code: 131051 },
  { type: 'unknown', code: 131060 },
] as const;

export function UnsupportedForm({ onClose, onSent }: AttachFormProps) {
  const text = useText();
  const { send } = useChat();
  return (
    <Sheet title={text.unsupportedForm.title} onClose={onClose}>
      <p className={styles.explanation}>{text.unsupportedForm.explanation}</p>
      <ul className={styles.places}>
        {kinds.map((kind) => (
          <li key={kind.type}>
            <button
              type="button"
              onClick={() => {
                send({
                  type: 'unsupported',
                  content: { type: kind.type },
                  request: { type: 'unsupported', content: kind },
                });
                onSent?.();
                onClose();
              }}
            >
              <span>
                {text.unreachable.types[kind.type]}
                <small>{kind.code}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
