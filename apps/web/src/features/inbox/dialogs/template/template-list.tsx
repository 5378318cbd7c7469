import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl, TextInput } from '@mantine/core';
import type { Conversation, Template } from '@renkei/contract';
import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate, Search } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { LoadingState } from '../../../../ui/loading-state.tsx';
import { QueryProblem } from '../../../../ui/query-problem.tsx';
import { readFormDraft } from '../../data/drafts.ts';
import { templatesQuery } from '../../data/queries.ts';
import styles from './template.module.css';
import { TemplateOption } from './template-option.tsx';
import { categoryNames } from './template-words.ts';

interface TemplateListProps {
  readonly conversation: Conversation;
  readonly onChoose: (template: Template) => void;
}

export function TemplateList({ conversation, onChoose }: TemplateListProps) {
  const { t, i18n } = useLingui();
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState('all');
  const templates = useQuery(templatesQuery(conversation.channel.id));
  if (templates.isPending) {
    return (
      <LoadingState>
        <Trans>Loading templates…</Trans>
      </LoadingState>
    );
  }
  if (templates.isError) return <QueryProblem query={templates} />;
  const shown = templates.data.items
    .filter((template) => category === 'all' || template.category.toLowerCase() === category)
    .filter((template) => textOf(template).includes(search.trim().toLowerCase()))
    // Those that can be sent come first; within both, the order of the server.
    .toSorted((left, right) => Number(right.sendable) - Number(left.sendable));
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          className={styles.search}
          type="search"
          leftSection={<Search size={16} aria-hidden />}
          placeholder={t`Search templates`}
          aria-label={t`Search templates`}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          data-autofocus
        />
        <SegmentedControl
          size="xs"
          aria-label={t`Category`}
          value={category}
          onChange={setCategory}
          data={[
            { value: 'all', label: t`All` },
            ...Object.entries(categoryNames).map(([value, label]) => ({ value, label: i18n._(label) })),
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={LayoutTemplate} title={<Trans>No template</Trans>}>
          <Trans>
            Templates of the account appear here. After a new approval, refresh the channel in Settings →
            Channels.
          </Trans>
        </EmptyState>
      ) : null}
      <ul className={styles.list}>
        {shown.map((template) => (
          <TemplateOption
            key={template.id}
            template={template}
            isBegun={readFormDraft(conversation.id, `template-${template.id}`) !== undefined}
            onChoose={() => onChoose(template)}
          />
        ))}
      </ul>
    </>
  );
}

function textOf({ name, body, header, language }: Template): string {
  const top = header?.format === 'text' ? header.text : '';
  return `${name} ${language} ${top} ${body.text}`.toLowerCase();
}
