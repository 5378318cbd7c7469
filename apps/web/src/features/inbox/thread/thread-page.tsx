import { Trans, useLingui } from '@lingui/react/macro';
import type { Conversation, Message } from '@renkei/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { lazyWithWords } from '../../../lib/lazy-with-words.ts';
import { useShortcuts } from '../../../lib/use-shortcuts.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { QueryProblem } from '../../../ui/query-problem.tsx';
import { ThreadSkeleton } from '../../../ui/skeleton.tsx';
import { Composer } from '../composer/composer.tsx';
import { conversationQuery } from '../data/queries.ts';
import { useMarkRead } from '../data/use-mark-read.ts';
import { useContactPanel } from '../panel/use-contact-panel.ts';
import { Thread } from './thread.tsx';
import { ThreadHeader } from './thread-header.tsx';
import styles from './thread-page.module.css';

const ContactPanel = lazyWithWords(async () => (await import('../panel/contact-panel.tsx')).ContactPanel);

const route = getRouteApi('/member/inbox/$conversationId');

export function ThreadPage() {
  const { conversationId } = route.useParams();
  const conversation = useQuery(conversationQuery(conversationId));
  useMarkRead(conversation.data);
  if (conversation.data !== undefined) {
    return <ConversationView key={conversationId} conversation={conversation.data} />;
  }
  if (conversation.isPending) {
    return (
      <ThreadSkeleton>
        <Trans>Opening the conversation…</Trans>
      </ThreadSkeleton>
    );
  }
  return (
    <EmptyState>
      <QueryProblem query={conversation} />
    </EmptyState>
  );
}

function ConversationView({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useLingui();
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  const [isPanelOpen, setIsPanelOpen] = useContactPanel();
  const togglePanel = () => setIsPanelOpen(!isPanelOpen);
  useShortcuts({ i: togglePanel });
  return (
    <div className={styles.root}>
      <section className={styles.column} aria-label={t`Conversation with ${conversation.contact.name}`}>
        <ThreadHeader conversation={conversation} isPanelOpen={isPanelOpen} onTogglePanel={togglePanel} />
        <Thread conversation={conversation} onReply={setReplyTo} />
        <Composer conversation={conversation} replyTo={replyTo} onReplyTo={setReplyTo} />
      </section>
      <Suspense fallback={null}>
        {isPanelOpen ? <ContactPanel conversation={conversation} onClose={togglePanel} /> : null}
      </Suspense>
    </div>
  );
}
