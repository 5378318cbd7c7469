import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { problemOf } from '../lib/problem.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemCard } from '../ui/problem-card.tsx';

export function FaultPage({ error }: { readonly error: unknown }) {
  return (
    <EmptyState>
      <ProblemCard problem={problemOf(error)} />
      <Button mt="md" onClick={() => location.reload()}>
        <Trans>Reload</Trans>
      </Button>
    </EmptyState>
  );
}

export function NotFoundPage() {
  return (
    <EmptyState icon={Compass} title={<Trans>There is no such page</Trans>}>
      <p>
        <Trans>The address may be mistyped, or the page has moved.</Trans>
      </p>
      <Button renderRoot={(props) => <Link {...props} to="/inbox" />}>
        <Trans>Go to the inbox</Trans>
      </Button>
    </EmptyState>
  );
}
