import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { MessageCircle, Search, Settings } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { client } from '../lib/client.ts';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './jump-dialog.module.css';

interface JumpDialogProps {
  readonly onClose: () => void;
}

export function JumpDialog({ onClose }: JumpDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog
      attributes={{ content: { 'aria-label': t`Jump to a conversation or page` } }}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      yOffset="12vh"
      centered={false}
    >
      <JumpList onClose={onClose} />
    </Dialog>
  );
}

interface Target {
  readonly key: string;
  readonly label: ReactNode;
  readonly hint?: string;
  readonly icon: typeof MessageCircle;
  readonly go: () => void;
}

function JumpList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const targets = useTargets(text);
  const go = (target: Target | undefined) => {
    if (target === undefined) return;
    onClose();
    target.go();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((current) => Math.max(0, Math.min(targets.length - 1, current + step)));
    }
    if (event.key === 'Enter') go(targets[chosen]);
  };
  return (
    <div>
      <TextInput
        size="md"
        variant="unstyled"
        className={styles.input}
        leftSection={<Search size={18} aria-hidden />}
        placeholder={t`Jump to a conversation or page`}
        aria-label={t`Jump to a conversation or page`}
        role="combobox"
        aria-expanded
        aria-controls="jump-targets"
        aria-activedescendant={targets[chosen] === undefined ? undefined : `jump-${chosen}`}
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="jump-targets" role="listbox" aria-label={t`Results`} className={styles.list}>
        {targets.map((target, index) => (
          <UnstyledButton
            key={target.key}
            id={`jump-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            className={styles.option}
            onClick={() => go(target)}
          >
            <target.icon size={16} aria-hidden />
            <span className={styles.label}>{target.label}</span>
            {target.hint === undefined ? null : <span className={styles.hint}>{target.hint}</span>}
          </UnstyledButton>
        ))}
        {targets.length === 0 ? (
          <EmptyState>
            <Trans>No matches.</Trans>
          </EmptyState>
        ) : null}
      </div>
    </div>
  );
}

function useTargets(text: string): readonly Target[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [search] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery({
    queryKey: ['jump', search],
    queryFn: ({ signal }) => client.call('listConversations', { query: { search, limit: 8 }, signal }),
    placeholderData: (previous) => previous,
    staleTime: 10_000,
  });
  const conversations = (data?.items ?? []).map((item) => ({
    key: item.id,
    label: item.contact.name,
    hint: item.matchedText ?? item.contact.phoneNumber ?? undefined,
    icon: MessageCircle,
    go: () => void navigate({ to: '/inbox/$conversationId', params: { conversationId: item.id } }),
  }));
  const pages = [
    { to: '/settings/channels', label: t`Channels` },
    { to: '/settings/members', label: t`Members` },
    { to: '/settings/account-events', label: t`Account events` },
    { to: '/settings/health', label: t`Health` },
    { to: '/settings/profile', label: t`Profile` },
  ] as const;
  const matching = pages
    .filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()))
    .map(({ to, label }) => ({
      key: to,
      label,
      hint: t`Settings`,
      icon: Settings,
      go: () => void navigate({ to }),
    }));
  return [...conversations, ...matching].map(({ hint, ...rest }) =>
    hint === undefined ? rest : { ...rest, hint },
  );
}
