import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { problemOf } from '../lib/problem.ts';
import { ProblemCard } from './problem-card.tsx';

interface QueryProblemProps {
  readonly query: {
    readonly error: unknown;
    readonly isError: boolean;
    readonly isFetching: boolean;
    readonly refetch: () => Promise<unknown>;
  };
}

/** Why something could not be loaded, with another try; nothing while all is well. */
export function QueryProblem({ query }: QueryProblemProps) {
  if (!query.isError) return null;
  return (
    <ProblemCard problem={problemOf(query.error)}>
      <Button size="xs" loading={query.isFetching} onClick={() => void query.refetch()}>
        <Trans>Try again</Trans>
      </Button>
    </ProblemCard>
  );
}
