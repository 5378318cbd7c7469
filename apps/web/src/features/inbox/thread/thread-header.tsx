import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Badge } from '@mantine/core';
import type { Conversation } from '@renkei/contract';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, PanelRight } from 'lucide-react';
import { Hint } from '../../../ui/hint.tsx';
import { ContactAvatar } from '../list/contact-avatar.tsx';
import styles from './thread-header.module.css';

interface ThreadHeaderProps {
  readonly conversation: Conversation;
  readonly isPanelOpen: boolean;
  readonly onTogglePanel: () => void;
}

export function ThreadHeader({ conversation, isPanelOpen, onTogglePanel }: ThreadHeaderProps) {
  const { t } = useLingui();
  const { contact, channel, assignee, state } = conversation;
  const panelLabel = isPanelOpen ? t`Hide contact details (I)` : t`Contact details (I)`;
  return (
    <header className={styles.root}>
      <Link to="/inbox" search={true} className={styles.back} aria-label={t`Back to the list`}>
        <ArrowLeft size={20} aria-hidden />
      </Link>
      <ContactAvatar contact={contact} />
      <div className={styles.names}>
        <h2 className={styles.name}>{contact.name}</h2>
        <p className={styles.line}>
          {contact.phoneNumber === null || contact.phoneNumber === contact.name
            ? null
            : `${contact.phoneNumber} · `}
          {contact.isGroup ? (
            <>
              <Trans>Group</Trans>
              {' · '}
            </>
          ) : null}
          <Trans>through {channel.name}</Trans>
          {assignee === null ? null : (
            <>
              {' · '}
              <Trans>with {assignee.name}</Trans>
            </>
          )}
        </p>
      </div>
      {state === 'closed' ? (
        <Badge variant="light" color="gray">
          <Trans>Closed</Trans>
        </Badge>
      ) : null}
      <Hint label={panelLabel}>
        <ActionIcon
          variant={isPanelOpen ? 'light' : 'subtle'}
          size="lg"
          onClick={onTogglePanel}
          aria-label={panelLabel}
          aria-expanded={isPanelOpen}
        >
          <PanelRight size={18} aria-hidden />
        </ActionIcon>
      </Hint>
    </header>
  );
}
