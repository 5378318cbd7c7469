import { useText } from '../i18n/language.ts';
import { summarise } from '../kinds/registry.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { useChat } from './chat-context.ts';
import styles from './message.module.css';

export function Quote({ quoted }: { quoted: ShownMessage | undefined }) {
  const text = useText();
  const { chat } = useChat();
  if (!quoted) return <p className={styles.quote}>{text.message.quoteGone}</p>;

  const goThere = () => {
    const target = document.querySelector(`[data-message="${CSS.escape(quoted.id)}"]`);
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    target?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  };
  return (
    <button type="button" className={styles.quote} onClick={goThere} title={text.message.goToQuoted}>
      <strong>{quoted.direction === 'sent' ? text.message.sentByYou : chat.businessName}</strong>
      <span>{summarise(quoted, text)}</span>
    </button>
  );
}
