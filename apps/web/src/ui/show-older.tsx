import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

interface ShowOlderProps {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
  readonly children: ReactNode;
}

/** The way on at the end of a list that is read page by page; nothing when all of it is shown. */
export function ShowOlder({ list, children }: ShowOlderProps) {
  if (!list.hasNextPage) return null;
  return (
    <Button
      variant="default"
      size="xs"
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {children}
    </Button>
  );
}
