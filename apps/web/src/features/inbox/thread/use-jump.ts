import { type RefObject, useEffect, useState } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { ThreadEntry } from './thread-entries.ts';

export interface OlderPages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

interface Jump {
  readonly markedId: string | null;
  readonly jumpTo: (messageId: string) => void;
}

const markedMs = 1800;

/** Goes to a message, fetching older ones until it is there, and marks it for a moment. */
export function useJump(
  entries: readonly ThreadEntry[],
  virtualizer: RefObject<VirtualizerHandle | null>,
  older: OlderPages,
): Jump {
  const [wantedId, setWantedId] = useState<string | null>(null);
  const [markedId, setMarkedId] = useState<string | null>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = older;
  useEffect(() => {
    if (wantedId === null || isFetchingNextPage) return;
    const index = entries.findIndex(({ key }) => key === wantedId);
    if (index < 0 && hasNextPage) {
      void fetchNextPage();
      return;
    }
    // Rows that have just come must be laid out before one can go there.
    const frame = requestAnimationFrame(() => {
      if (index >= 0) {
        virtualizer.current?.scrollToIndex(index, { align: 'center' });
        setMarkedId(wantedId);
      }
      setWantedId(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [wantedId, entries, hasNextPage, isFetchingNextPage, fetchNextPage, virtualizer]);
  useEffect(() => {
    if (markedId === null) return;
    const timer = setTimeout(() => setMarkedId(null), markedMs);
    return () => clearTimeout(timer);
  }, [markedId]);
  return { markedId, jumpTo: setWantedId };
}
