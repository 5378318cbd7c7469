import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput, UnstyledButton } from '@mantine/core';
import type { Conversation, Template } from '@renkei/contract';
import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate, Search } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { QueryProblem } from '../../../ui/query-problem.tsx';
import { templatesQuery } from '../data/queries.ts';
import styles from './template-dialog.module.css';
import { TemplateForm } from './template-form.tsx';

interface TemplateDialogProps {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

export function TemplateDialog({ conversation, onClose }: TemplateDialogProps) {
  const [chosen, setChosen] = useState<Template | null>(null);
  return (
    <Dialog onClose={onClose} size="lg" title={<Trans>Send a template to {conversation.contact.name}</Trans>}>
      {chosen === null ? (
        <TemplateList channelId={conversation.channel.id} onChoose={setChosen} />
      ) : (
        <TemplateForm
          template={chosen}
          conversationId={conversation.id}
          onBack={() => setChosen(null)}
          onSent={onClose}
        />
      )}
    </Dialog>
  );
}

interface TemplateListProps {
  readonly channelId: string;
  readonly onChoose: (template: Template) => void;
}

function TemplateList({ channelId, onChoose }: TemplateListProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState('');
  const templates = useQuery(templatesQuery(channelId));
  if (templates.isPending) {
    return (
      <LoadingState>
        <Trans>Loading templates…</Trans>
      </LoadingState>
    );
  }
  if (templates.isError) return <QueryProblem query={templates} />;
  const wanted = search.trim().toLowerCase();
  const shown = templates.data.items.filter(({ name, bodyText }) =>
    `${name} ${bodyText}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <TextInput
        type="search"
        leftSection={<Search size={16} aria-hidden />}
        placeholder={t`Search templates`}
        aria-label={t`Search templates`}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-autofocus
      />
      {shown.length === 0 ? (
        <EmptyState icon={LayoutTemplate} title={<Trans>No template</Trans>}>
          <Trans>
            Approved templates of the account appear here. After a new approval, refresh the channel in
            Settings → Channels.
          </Trans>
        </EmptyState>
      ) : null}
      <ul className={styles.list}>
        {shown.map((template) => (
          <li key={template.id}>
            <UnstyledButton
              className={styles.option}
              onClick={() => onChoose(template)}
              disabled={!template.sendable}
            >
              <span className={styles.name}>
                {template.name}
                <span className={styles.tag}>{template.language}</span>
                <span className={styles.tag}>{template.category.toLowerCase()}</span>
              </span>
              <span className={styles.body}>{template.bodyText}</span>
              {template.sendable ? null : (
                <span className={styles.reason}>
                  <Trans>Has parts that cannot be filled in here yet, such as a picture in the header.</Trans>
                </span>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}
