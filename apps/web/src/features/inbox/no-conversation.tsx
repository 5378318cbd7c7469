import { Trans } from '@lingui/react/macro';
import { Kbd } from '@mantine/core';
import { MessagesSquare } from 'lucide-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useOpenNewest } from './use-open-newest.ts';

export function NoConversation() {
  useOpenNewest();
  return (
    <EmptyState icon={MessagesSquare} title={<Trans>Choose a conversation</Trans>}>
      <Trans>
        Walk through the list with <Kbd>J</Kbd> and <Kbd>K</Kbd>, search with <Kbd>/</Kbd>; <Kbd>?</Kbd> shows
        all keys.
      </Trans>
    </EmptyState>
  );
}
