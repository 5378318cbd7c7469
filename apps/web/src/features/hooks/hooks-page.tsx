import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Plus, Webhook } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryProblem } from '../../ui/query-problem.tsx';
import { HookCard } from './hook-card.tsx';
import { HookDialog } from './hook-dialog.tsx';
import { hooksQuery } from './queries.ts';

/** Where other systems are told what happens here. */
export function HooksPage() {
  const hooks = useQuery(hooksQuery);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <PageHeader
        title={<Trans>Hooks</Trans>}
        action={
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
            <Trans>Add a hook</Trans>
          </Button>
        }
      >
        <Trans>
          Tell other systems, such as a CRM or a shop, what happens here: each event is sent to their address,
          signed, until they have answered.
        </Trans>
      </PageHeader>
      {hooks.isPending ? (
        <LoadingState>
          <Trans>Loading hooks…</Trans>
        </LoadingState>
      ) : null}
      <QueryProblem query={hooks} />
      {hooks.data?.items.length === 0 ? (
        <EmptyState icon={Webhook} title={<Trans>No other system is told anything yet</Trans>}>
          <Trans>Add the address of one that shall know when customers write or messages arrive.</Trans>
        </EmptyState>
      ) : null}
      {hooks.data?.items.map((hook) => (
        <HookCard key={hook.id} hook={hook} />
      ))}
      {isAdding ? <HookDialog onClose={() => setIsAdding(false)} /> : null}
    </>
  );
}
