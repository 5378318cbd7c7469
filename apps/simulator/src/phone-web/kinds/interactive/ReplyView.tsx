import { useText } from '../../i18n/language.ts';
import styles from '../parts/kinds.module.css';
import type { Reply } from './replies.ts';

/** What the person answered. */
export function ReplyView({ reply }: { reply: Reply }) {
  const text = useText();
  return (
    <>
      <p className={styles.text} data-lines>
        {reply.title ?? text.replies[reply.kind]}
        {reply.description && <small className={styles.replyDescription}>{reply.description}</small>}
      </p>
      {reply.fields && reply.fields.length > 0 && (
        <dl className={styles.fields}>
          {reply.fields.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
