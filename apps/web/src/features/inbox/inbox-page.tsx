import { Outlet, useParams } from '@tanstack/react-router';
import { useSession } from '../../lib/queries.ts';
import styles from './inbox-page.module.css';
import { ConversationList } from './list/conversation-list.tsx';
import { Companion } from './panel/companion.tsx';
import { useContactPanel } from './panel/use-contact-panel.ts';

/** List, thread and the companion page side by side; on a phone one of the first two at a time. */
export function InboxPage() {
  const { companionUrl } = useSession();
  const { conversationId } = useParams({ strict: false });
  const [isPanelOpen] = useContactPanel();
  return (
    <div className={styles.root} data-thread-open={conversationId !== undefined}>
      <div className={styles.list}>
        <ConversationList />
      </div>
      <div className={styles.thread}>
        <Outlet />
      </div>
      {companionUrl === null ? null : (
        <div className={styles.companion} data-crowded={isPanelOpen && conversationId !== undefined}>
          <Companion url={companionUrl} />
        </div>
      )}
    </div>
  );
}
