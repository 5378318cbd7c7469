import { Trans, useLingui } from '@lingui/react/macro';
import { CloseButton } from '@mantine/core';
import type { Conversation } from '@renkei/contract';
import { useQuery } from '@tanstack/react-query';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { QueryProblem } from '../../../ui/query-problem.tsx';
import { contactQuery } from '../data/queries.ts';
import { ContactAvatar } from '../list/contact-avatar.tsx';
import { ConsentCard } from './consent-card.tsx';
import { ContactForm } from './contact-form.tsx';
import styles from './contact-panel.module.css';
import { ConversationForm } from './conversation-form.tsx';
import { Identities } from './identities.tsx';

interface ContactPanelProps {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

export function ContactPanel({ conversation, onClose }: ContactPanelProps) {
  const { t } = useLingui();
  const contact = useQuery(contactQuery(conversation.contact.id));
  return (
    <aside className={styles.root} aria-label={t`Contact details`}>
      <header className={styles.header}>
        <h2>{conversation.contact.isGroup ? <Trans>Group</Trans> : <Trans>Contact</Trans>}</h2>
        <CloseButton onClick={onClose} aria-label={t`Hide contact details (I)`} />
      </header>
      <div className={styles.body}>
        <div className={styles.who}>
          <ContactAvatar contact={conversation.contact} size="large" />
          <p className={styles.name}>{conversation.contact.name}</p>
        </div>
        <ConversationForm conversation={conversation} />
        {contact.isPending ? (
          <LoadingState>
            <Trans>Loading the contact…</Trans>
          </LoadingState>
        ) : null}
        <QueryProblem query={contact} />
        {contact.data === undefined ? null : (
          <>
            <ContactForm key={contact.data.id} contact={contact.data} />
            {conversation.contact.isGroup ? null : <ConsentCard conversation={conversation} />}
            <Identities contact={contact.data} isGroup={conversation.contact.isGroup} />
          </>
        )}
      </div>
    </aside>
  );
}
